"""The result in words."""

from datetime import UTC, timedelta

import pytest

from coach.content.library import Library
from coach.interview.changes import changes
from coach.interview.result import result
from coach.interview.session import Session
from coach.interview.wording import asides, change_lines, figure_rows, headline, rows_beside
from tests.builders import FOUR
from tests.pinned import Round

DIMENSIONS = ("framing", "success", "flow", "choice", "depth", "numbers", "tradeoffs", "safety")


def _graded(library: Library, **grades: int) -> Session:
    played = Round().end()
    for name in DIMENSIONS:
        played.add("dimension", dimension=name, grade=grades.get(name, 3))
    return played.graded(library)


def test_the_grades_name_the_level_that_is_met_and_what_is_short_of_the_next(library: Library) -> None:
    assert headline(result(_graded(library, numbers=2, safety=2, framing=4))) == (
        "a mid round by your own grades; 0.2 short of senior: numbers, eval.\n"
        "mid 3.0 (bar 2.6) · senior 2.8 (bar 3.0) · staff 2.8 (bar 3.3)"
    )


def test_what_just_meets_the_bar_is_short_of_the_level_above(library: Library) -> None:
    text = headline(result(_graded(library)))
    assert text.startswith("a senior round by your own grades; 0.3 short of staff: success, tradeoffs, eval.")


def test_the_highest_level_has_nothing_above_and_the_lowest_nothing_below(library: Library) -> None:
    best = headline(result(_graded(library, **dict.fromkeys(DIMENSIONS, 4))))
    worst = headline(result(_graded(library, **dict.fromkeys(DIMENSIONS, 1))))
    assert best.startswith("a staff round by your own grades.\n")
    assert worst.startswith("below mid by your own grades; 1.6 short of mid: framing, flow, choice.")


def test_a_partial_round_has_no_score(library: Library) -> None:
    played = Round(steps=FOUR[3:]).end().add("dimension", dimension="safety", grade=2)
    found = headline(result(played.graded(library)))
    assert found == "No score: a round is scored when all four phases are drilled. Below the bar: eval."


def test_late_and_said_points_are_named_apart(library: Library) -> None:
    played = Round().to(3).note("user -> llm").end(path=(1,))
    played.add("mark", point="gate", mark="said", line="300 labels")
    assert asides(result(played.graded(library))) == "of these 1 late, 1 said and not written"


def _rows(session: Session, before: Session | None = None) -> dict[str, str]:
    return dict(figure_rows(session, result(session), before, UTC))


def test_another_question_has_its_own_number_of_linchpins_beside(library: Library) -> None:
    before, now = Round().told("cost").end().graded(library), Round().end().graded(library)
    assert before.graded
    assert dict(rows_beside(now, result(now), before, "then"))["Linchpins"].startswith("asked 0 of 2 (then: 1) ")
    figures = before.graded["figures"]
    before.graded = {**before.graded, "figures": {**figures, "linchpins": {**figures["linchpins"], "of": 7}}}
    assert dict(rows_beside(now, result(now), before, "then"))["Linchpins"].startswith("asked 0 of 2 (then: 1 of 7) ")


def _played() -> Round:
    played = Round().told("cost").note("the threshold, 85 % rather than 40").to(2).remark("linchpin", "languages")
    return played.note("multilingual", 108).remark("curveball", "outage").note("links", 91)


def test_every_figure_has_its_words(library: Library) -> None:
    assert _rows(_played().end().graded(library)) == {
        "Linchpins": "asked 1 of 2 · languages came back, met in 1:48",
        "Replies": "curveball (outage) answered in 1:31",
        "Pace": "first own number 00:20 · first trade-off 00:20 · longest without a note 1:59 from 00:20",
    }


@pytest.mark.parametrize(
    ("days", "when"), [(0, "earlier today"), (1, "Friday"), (6, "Sunday"), (7, "2026-11-14"), (300, "2026-01-25")]
)
def test_the_last_rounds_figure_stands_beside_with_its_day(library: Library, days: int, when: str) -> None:
    before, now = Round().note("a", 30).end().graded(library), _played().end().graded(library)
    assert now.started_at
    before.started_at = now.started_at - timedelta(days=days)
    rows = _rows(now, before)
    assert rows["Linchpins"].startswith(f"asked 1 of 2 ({when}: 0)")
    assert rows["Pace"].startswith(f"first own number 00:20 ({when}: never)")
    assert "04:10 of 45:00 (00:40)" in rows["Pace"]


def test_a_linchpin_or_curveball_nobody_answered_is_said_so(library: Library) -> None:
    rows = _rows(Round().to(2).remark("linchpin", "languages").remark("curveball", "outage").end().graded(library))
    assert rows["Linchpins"] == "asked 0 of 2 · languages came back, no note on it · never came: cost"
    assert rows["Replies"] == "curveball (outage) no note on it"


def test_a_note_that_followed_without_showing_it_is_asked_about(library: Library) -> None:
    played = Round().to(2).remark("linchpin", "languages").note("we detect it first", 30)
    rows = _rows(played.remark("curveball", "outage").note("hm", 200).end().graded(library))
    assert "languages came back, did 00:41 “we detect it first” deal with it?" in rows["Linchpins"]
    assert rows["Replies"] == "curveball (outage) no note on it"


def test_what_was_dealt_with_before_it_came_is_said_so(library: Library) -> None:
    played = Round().to(2).note("all german first").remark("linchpin", "languages").note("links first", 20)
    played.add("interviewer", 10, what="curveball", text="And then?", id="outage", further=True)
    rows = _rows(played.end(embedder=(1,)).graded(library))
    assert "languages came back, dealt with before it came" in rows["Linchpins"]
    assert rows["Replies"] == "curveball (outage) you had dealt with it before; its next level: no note on it"


def test_a_follow_up_that_may_have_been_picked_up_is_asked_about(library: Library) -> None:
    played = Round().to(2).remark("probe", "answer-1").note("it says sorry", 20)
    rows = _rows(played.end().graded(library))
    assert rows["Replies"] == "follow-ups picked up 0 of 1 · did 00:31 “it says sorry” pick one up?"


def test_a_step_that_ran_over_is_named(library: Library) -> None:
    played = Round()
    played.alive(400)
    assert _rows(played.end().graded(library))["Pace"].endswith("clarify 1:50 over")


def test_told_and_unused_is_a_question_unless_it_is_one_of_the_changes(library: Library) -> None:
    session = Round().told("cost").told("volume").end().graded(library)
    assert [(change.kind, change.id) for change in changes(session)][:2] == [
        ("unasked", "languages"),
        ("unused", "cost"),
    ]
    assert _rows(session)["Told"] == "00:20 Articles: 120,000 pages: did it decide anything?"


def test_an_assumption_stands_beside_the_sheet(library: Library) -> None:
    session = Round().note("assume 10k articles", 90).end().graded(library)
    assert _rows(session)["Assumed"] == "01:30 “10k articles”, the sheet: Articles: 120,000 pages"


def test_remarks_on_the_diagram_have_a_line(library: Library) -> None:
    session = Round().end().graded(library)
    session.graded = {
        **(session.graded or {}),
        "figures": {"diagram": ["Nothing checks.", "A dead end.", "LLM talks to itself."]},
    }
    assert _rows(session)["Diagram"] == "nothing checks · a dead end · LLM talks to itself"


def test_a_change_has_three_parts(library: Library) -> None:
    session = Round().note("assume english only at launch", 90).end().graded(library)
    assert change_lines(changes(session)[0]) == (
        "01:30 You assumed “english only at launch”. The sheet: 3 in 10 ask in German.",
        "Ask: “Which languages must we support?”",
        "Why: Asks for an embedder that works across languages.",
    )
