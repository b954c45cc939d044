"""How a point is shown with what was found for it."""

import pytest

from coach.interview.evidence import MAYBE, STRONG, Finding
from tests.screens.conftest import NOTES, Sitting

Found = dict[str, Finding]


@pytest.mark.parametrize(
    ("finding", "live", "plain"),
    [
        (
            Finding(STRONG, (3,)),
            "✓ 1 One path 00:00 acl",
            "1 One path: found, note 3 00:00 “acl”",
        ),
        (
            Finding(STRONG, (3,), late=True),
            "✓ 1 One path late 00:00 acl",
            "1 One path: found, late, note 3 00:00 “acl”",
        ),
        (
            Finding(MAYBE, (3, 2), "a list of terms, no claim", late=True),
            "? 1 One path a late 00:00 acl b 00:00 user -> llm (a list of terms, no claim)",
            "1 One path: maybe, late (a list of terms, no claim): a note 3 00:00 “acl”; b note 2 00:00 “user -> llm”",
        ),
        (Finding(), "· 1 One path", "1 One path: nothing found"),
    ],
)
def test_a_point_stands_with_its_notes(
    finished: Sitting, found: Found, finding: Finding, live: str, plain: str
) -> None:
    found["path"] = finding
    for keys, is_plain, expected in ((["", "l"], False, live), (["l"], True, plain)):
        finished.grade(keys, plain=is_plain)
        assert f"{expected} " in " ".join(finished.ui.text.split())


def test_help_is_named_beside_the_note(sitting: Sitting, found: Found) -> None:
    found["asks-rate"] = Finding()
    sitting.begin(["/hint", *NOTES])
    found["asks-rate"] = Finding(STRONG, (1,))
    sitting.grade(["l"])
    assert "helped 00:00 how often" in sitting.ui.text


def test_a_note_that_was_lost_with_its_line_of_the_journal_is_said_to_be(finished: Sitting, found: Found) -> None:
    finished.grade(["", "l"])
    (path,) = finished.home.places.sessions.glob("*.jsonl")
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"kind":"note","note":1,' not in line))
    found["asks-rate"] = Finding()
    finished.grade(["u", "", "l"])
    assert "✓ 1 Asks how often it changes note 1, which is lost" in " ".join(finished.ui.text.split())


def test_a_decision_by_the_note_that_was_found_still_says_late(finished: Sitting, found: Found) -> None:
    found["asks-rate"] = Finding(MAYBE, (1,), late=True)
    finished.grade(["a", "l"])
    assert "✓ 1 Asks how often it changes late 00:00 how often" in " ".join(finished.ui.text.split())
    finished.grade(["u", "2", "l"])
    assert "✓ 1 Asks how often it changes 00:00 user -> llm" in " ".join(finished.ui.text.split())
