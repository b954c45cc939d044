"""The text of a file from anywhere."""

import codecs

from coach.errors import CoachError

LARGEST = 32 * 1024 * 1024
"""Bytes; a hundred thousand long cards are less."""
_MARKS = [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
_CONTROLS: dict[int, None] = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(127, 133), *range(134, 160), 0xFEFF, 0xFFFE, 0xFFFF]
)
_UTF8 = "Save it as UTF-8; in Excel that is the file type «CSV UTF-8»."


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8 or, as Excel writes it, UTF-16 with a mark, line ends as \\n and no control but tabs.

    Raises CoachError for what is no text.
    """
    if len(data) > LARGEST:
        raise CoachError(f"{name} has more than {LARGEST // 1024 // 1024} MB.", "Split it.")
    if data.startswith(b"PK\x03\x04"):
        raise CoachError(
            f"{name} is a package, not text.",
            "In Anki: File, Export, «Notes in Plain Text»; in Excel save as CSV UTF-8.",
        )
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        what = "UTF-16" if encoding != "utf-8" else "UTF-8"
        raise CoachError(f"{name} is not {what} text (byte {error.start + len(mark)}).", _UTF8) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = text.translate(_CONTROLS)
    if len(text) - len(plain) > 4 + len(text) // 20:  # a few are slips of the program that wrote it
        raise CoachError(f"{name} is not text.", _UTF8)
    if not plain.strip():
        raise CoachError(f"{name} is empty.")
    return plain
