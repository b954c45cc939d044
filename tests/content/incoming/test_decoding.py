"""Bytes of any file to text, or a word on why not."""

import pytest

from coach.content.incoming.decoding import LARGEST, decoded
from coach.errors import CoachError


@pytest.mark.parametrize(
    "data",
    [
        "frönt,bäck 😀\n".encode(),
        "frönt,bäck 😀\n".encode("utf-8-sig"),
        "frönt,bäck 😀\n".encode("utf-16"),
        b"\xfe\xff" + "frönt,bäck 😀\n".encode("utf-16-be"),
        "frönt,bäck 😀\r\n".encode(),
        "frönt,bäck 😀\r".encode(),
        "fr\0önt,bä\x1bck\x7f 😀\ufeff\n".encode(),
    ],
)
def test_text_is_text_in_any_of_the_usual_forms(data: bytes) -> None:
    assert decoded(data, "x") == "frönt,bäck 😀\n"


def test_what_shapes_text_from_right_to_left_and_tabs_stay() -> None:
    assert decoded("שלום\u200f\tעולם".encode(), "x") == "שלום\u200f\tעולם"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x is empty"),
        (b"\xef\xbb\xbf \n\n", "x is empty"),
        (b"caf\xe9,x", r"x is not UTF-8 text \(byte 3\)"),
        (b"\xff\xfea", r"x is not UTF-16 text \(byte 2\)"),
        (b"PK\x03\x04rest", "x is a package, not text"),
        (bytes(range(128)) * 40, "x is not text"),
        (b"a" * (LARGEST + 1), "x has more than 32 MB"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, message: str) -> None:
    with pytest.raises(CoachError, match=message):
        decoded(data, "x")
