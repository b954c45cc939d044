"""In what two rounds were done differently."""

from typing import Any

import pytest

from coach.interview.unlike import Unlike, unlike
from tests.builders import FOUR
from tests.pinned import Round


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
        ({"grades": False}, [Unlike("round", "whole", "a first look")]),
    ],
)
def test_what_was_different_is_said(changes: dict[str, Any], said: list[Unlike]) -> None:
    assert unlike(Round().end().fold(), Round(**changes).end().fold()) == said


def test_help_and_answers_read_before_are_said() -> None:
    helped = Round().add("hint", point="gate", text="What blocks?", step=0).end().fold()
    assert unlike(helped, Round().end().fold(), read=(False, True)) == [
        Unlike("hints", "1", "0"),
        Unlike("answers read before", "no", "yes"),
    ]
