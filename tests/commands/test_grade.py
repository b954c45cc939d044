"""`coach grade --speech` from the shell."""

from pathlib import Path

import pytest

from coach.record.places import Places
from tests.commands.test_practice import NOTES, coach
from tests.commands.test_practice import small_content as small_content

CUE = "1\n00:00:00,100 --> 00:00:02,000\nThe user goes to the model.\n"


@pytest.fixture
def round_played(small_content: Places) -> Places:
    """A finished round on `small`."""
    coach("practice", "small", "--no-grade", typed=NOTES)
    return small_content


def test_a_transcript_is_added_to_the_last_round(round_played: Places, tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(CUE, encoding="utf-8-sig")
    assert coach("grade", "--speech", str(path)).exit_code == 0
    assert "(said) The user goes to the model." in coach("show", "small-").stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "talk.srt cannot be read"),
        (b"\xff\xfe\x00", "talk.srt is not UTF-8 text"),
        (b"no times here", "talk.srt:1: no line such as"),
        (b"00:00:01,000 --> soon\nx\n", "talk.srt:1: cannot read the times"),
    ],
)
def test_a_file_that_cannot_be_used_is_an_error_and_adds_nothing(
    round_played: Places, tmp_path: Path, content: bytes | None, message: str
) -> None:
    path = tmp_path / "talk.srt"
    if content is not None:
        path.write_bytes(content)
    before = [journal.read_bytes() for journal in round_played.sessions.glob("*.jsonl")]
    result = coach("grade", "--speech", str(path))
    assert result.exit_code == 1
    assert message in result.output
    assert "Traceback" not in result.output
    assert [journal.read_bytes() for journal in round_played.sessions.glob("*.jsonl")] == before
