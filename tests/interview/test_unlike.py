"""In what two rounds were done differently."""

from typing import Any

import pytest

from coach.interview.brief import Brief
from coach.interview.briefing import brief_of
from coach.interview.earlier import Earlier, EarlierNote
from coach.interview.unlike import Unlike, unlike
from tests.builders import FOUR
from tests.pinned import Round

EARLIER = Earlier("2026-11-14T18:00:00.000Z", None, (EarlierNote("Clarify", ("clarify",), 7.0, "assume aws"),))


def brief(played: Round) -> Brief:
    """A round that was ended, in brief."""
    session = played.end().fold()
    return brief_of(session, session)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"level": "staff"}, [Unlike("level", "senior", "staff")]),
        ({"format": "scale"}, [Unlike("format", "four-phase", "scale")]),
        ({"untimed": True}, [Unlike("minutes", "45", "no clock")]),
        ({"interviewer": "tough"}, [Unlike("interviewer", "quiet", "tough")]),
        ({"mock": True}, [Unlike("mock", "no", "yes")]),
        ({"strict": True}, [Unlike("strict clock", "no", "yes")]),
        ({"steps": FOUR[2:3]}, [Unlike("played", "all phases", "deep dive alone")]),
        ({"steps": FOUR[:2]}, [Unlike("played", "all phases", "clarify and design alone")]),
        ({"base": "older", "earlier": EARLIER}, [Unlike("earlier notes at hand", "no", "yes")]),
        ({"grades": False}, [Unlike("round", "whole", "a first look")]),
    ],
)
def test_what_was_different_is_said(changes: dict[str, Any], said: list[Unlike]) -> None:
    assert unlike(brief(Round()), brief(Round(**changes))) == said


def test_help_and_answers_read_before_are_said() -> None:
    helped = brief(Round().add("hint", point="gate", text="What blocks?", step=0))
    assert unlike(helped, brief(Round()), read=(False, True)) == [
        Unlike("help", "once", "none"),
        Unlike("answers read before", "no", "yes"),
    ]


def test_two_rounds_with_earlier_notes_at_hand_are_alike_in_that() -> None:
    assert unlike(brief(Round(base="older", earlier=EARLIER)), brief(Round(base="oldest", earlier=EARLIER))) == []
