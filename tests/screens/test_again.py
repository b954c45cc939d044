"""Saying it again after the result."""

from collections.abc import Sequence

import pytest

from coach.content.library import Library
from coach.interview.session import Session
from coach.record.home import Home
from coach.screens.again import say_again
from tests.conftest import Clock
from tests.pinned import Round, reader
from tests.scripted import Line, ScriptedUi, scripted_app


class Once:
    """Plays what a person says again; the events, what was shown, and whether the solution is asked for."""

    def __init__(self, home: Home, library: Library, clock: Clock, keys: Sequence[str], script: Sequence[Line]) -> None:
        self.session: Session = Round().told("cost").note("cutoff").end().graded(library)
        self.ui = ScriptedUi(clock, script, keys)
        self.events: list[tuple[str, object]] = []
        app = scripted_app(home, library, self.ui)
        self.more = say_again(
            app, self.session, reader(library), lambda kind, data: self.events.append((kind, dict(data)))
        )


@pytest.mark.parametrize(("key", "more"), [("", True), ("q", False)])
def test_nothing_has_to_be_said_again(home: Home, library: Library, clock: Clock, key: str, more: bool) -> None:
    once = Once(home, library, clock, [key], [])
    assert (once.more, once.events) == (more, [])


def test_a_sentence_is_kept_with_what_was_found_and_its_seconds(home: Home, library: Library, clock: Clock) -> None:
    once = Once(home, library, clock, ["r", "q"], [52.0, "which languages on day one?"])
    assert once.events == [
        ("again", {"id": "languages", "text": "which languages on day one?", "state": "strong", "seconds": 52.0})
    ]
    assert "✓ found: asks for languages of the questions." in once.ui.text


def test_r_goes_from_one_to_the_next_and_a_number_names_any(home: Home, library: Library, clock: Clock) -> None:
    once = Once(home, library, clock, ["r", "r", "1", "q"], ["english only?", "we watch it", "which languages?"])
    assert [event[1]["id"] for event in once.events] == ["languages", "cutoff", "languages"]  # type: ignore[index]
    assert "near: it speaks of languages of the questions, and does not ask for it." in once.ui.text
    assert "not found yet. When to be silent?" in once.ui.text


def test_ninety_seconds_cut_nobody_off_and_are_said(home: Home, library: Library, clock: Clock) -> None:
    once = Once(home, library, clock, ["r", "q"], [100.0, "which languages?"])
    assert len(once.events) == 1
    assert "It took 01:40, over 90 s." in once.ui.text


def test_an_empty_line_keeps_nothing(home: Home, library: Library, clock: Clock) -> None:
    once = Once(home, library, clock, ["r", "q"], [""])
    assert once.events == []
