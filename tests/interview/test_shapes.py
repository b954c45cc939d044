"""Journals with odd lines: whatever stands in them, what is left can be shown."""

import copy
import json
from collections.abc import Iterator
from datetime import UTC
from random import Random
from typing import Any

import pytest

from coach.commands.diff_data import as_data as both
from coach.commands.history import row
from coach.content.library import Library
from coach.content.scenario import Scenario
from coach.interview.briefing import brief_of
from coach.interview.comparison import pairs
from coach.interview.drawing import remarks
from coach.interview.earlier import NOTHING, Earlier, EarlierNote
from coach.interview.events import Event, from_record, to_record
from coach.interview.figures import figures_of
from coach.interview.folding import fold
from coach.interview.gaps import weaknesses
from coach.interview.result import result
from coach.interview.search import hits
from coach.interview.session import Session
from coach.interview.session_data import session_data
from coach.interview.shapes import fits, number
from coach.interview.shares import common
from coach.interview.sheet import sheet
from coach.interview.status import FINISHED, GRADED
from coach.interview.transcript import transcript
from coach.interview.transcript_html import transcript_html
from coach.interview.trial import trials_of
from coach.interview.unlike import unlike
from coach.interview.wording import figure_rows
from tests.pinned import Round, pinned

EARLIER = Earlier("2026-11-14T18:00:00.000Z", ("volume",), (EarlierNote("Clarify", ("clarify",), 7.5, "assume aws"),))
ODD: list[Any] = [
    None, True, -1, 10**400, 1e308, float("inf"), float("nan"), "", "x", "\ud800", "-1", [], [1], ["x"], [None], [[]],
    {}, {"x": 1}, {"id": "x"}, [{}], [{"id": 5}],
]  # fmt: skip
GONE = object()


def whole(library: Library) -> list[dict[str, Any]]:
    """The records of a round in which every kind of event comes."""
    journal = Round(curveballs=(("outage", 600),), design="flowchart LR\n  user --> llm", base="older", earlier=EARLIER)
    journal.told("volume", "how many articles?").remark("linchpin", "cost").remark("curveball", "outage")
    journal.add("untold", 1, fact="volume").told("languages", "which languages?").add("floor", 1)
    journal.note("we assume a wrong answer costs $40").to(1).note("+ user -> model", drawn=True).note("a -> b")
    journal.add("draw", 1, note=5).add("undraw", 1, note=5).add("cut", 1, source="user", target="model")
    journal.add("uncut", 1, source="user", target="model").add("edit", 1, note=3, text="+ user -> llm -> reply")
    journal.add("drop", 1, note=5).add("tick", 1, step=1, text="x").add("untick", 1, step=1, text="x")
    journal.add("hint", 1, point="path", text="And then?").add("pause").add("alive", 5).add("resume").to(2)
    journal.remark("probe", text="When does it stay silent?").note("cutoff 85 %", began="2026-11-21T10:15:00Z")
    journal.end(path=(4,), cutoff=(6,))
    said = {"step": 1, "text": "spoken", "at_s": 70.5, "began_s": 65}
    journal.add("speech", 1, digest="d", name="a.srt", notes=[said])
    journal.add("dimension", 1, dimension="numbers", grade=3, reason="r").add("dimension", dimension="flow", grade=2)
    journal.add("reflection", 1, text="sooner").graded(library)
    journal.add("again", 1, id="gate", text="a set that blocks", state="maybe", seconds=12.5)
    return [to_record(event) for event in journal.events]


def shown(session: Session, scenario: Scenario, library: Library) -> None:
    """Everything that is shown of past rounds."""
    transcript(session, "q", UTC).encode()
    transcript_html(session, "q", [], UTC).encode()
    brief = brief_of(session, session)
    json.dumps([row(brief, None), session_data(session), brief], allow_nan=False)
    weaknesses(trials_of([brief]))
    hits(session, "x")
    remarks(session, scenario, library.glossary)
    sheet(session, scenario)
    if session.status == GRADED:
        found = pairs(session, session, {})
        shared, differences = common(session, session, {}), unlike(brief, brief)
        json.dumps(both(session, session, found, shared, differences), allow_nan=False)
        figure_rows(session, result(session), session, UTC)


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything inside of data."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield (*at, key)
        yield from places(one, (*at, key))


def changed(record: dict[str, Any], way: tuple[Any, ...], odd: Any) -> dict[str, Any]:
    """A record with something odd at one place."""
    record = copy.deepcopy(record)
    inside: Any = record
    for key in way[:-1]:
        inside = inside[key]
    if odd is GONE:
        del inside[way[-1]]
    else:
        inside[way[-1]] = odd
    return record


def events(records: list[dict[str, Any]]) -> list[Event]:
    return [event for record in records if (event := from_record(record, "aaaaaa"))]


def test_an_odd_line_of_any_kind_hides_nothing_but_itself(library: Library) -> None:
    records = json.loads(json.dumps(whole(library)))
    sound = fold("s", events(records))
    assert sound.status == GRADED
    scenario = pinned(library)
    shown(sound, scenario, library)
    chance, tried = Random(20), 0
    for index, record in enumerate(records):
        ways = list(places(record))
        if len(ways) > 40:
            ways = chance.sample(ways, 40)
        for way in ways:
            for odd in chance.sample([*ODD, GONE], 3):
                session = fold("s", events([*records[:index], changed(record, way, odd), *records[index + 1 :]]))
                if session.setup is not None:
                    shown(session, scenario, library)
                tried += 1
    assert tried > 500


@pytest.mark.parametrize(
    ("way", "odd"),
    [
        (("base",), 5), (("earlier",), None), (("earlier",), GONE), (("earlier", "started"), "soon"),
        (("earlier", "told"), "volume"), (("earlier", "notes", 0, "at_s"), 10**400), (("earlier", "notes", 0), "x"),
        (("earlier", "notes", 0, "phases"), GONE),
    ],
)  # fmt: skip
def test_what_was_taken_over_is_left_out_where_it_cannot_be_read(
    library: Library, way: tuple[Any, ...], odd: Any
) -> None:
    first, *rest = json.loads(json.dumps(whole(library)))
    assert fold("s", events([first])).plan.earlier == EARLIER
    session = fold("s", events([changed(first, way, odd), *rest]))
    assert (session.plan.base, session.plan.earlier, session.status) == ("", NOTHING, GRADED)


def graded(library: Library, *way: Any, odd: Any) -> Session:
    """The round with something odd in its `graded` event."""
    records = json.loads(json.dumps(whole(library)))
    at = next(index for index, record in enumerate(records) if record["kind"] == "graded")
    return fold("s", events([*records[:at], changed(records[at], way, odd), *records[at + 1 :]]))


@pytest.mark.parametrize(
    ("way", "odd"),
    [
        (("points",), 3), (("points",), GONE), (("dimensions",), GONE), (("points", 0, "mark"), "perhaps"),
        (("dimensions", "numbers", "grade"), 7), (("weights", "mid", "numbers"), GONE), (("bars", "mid"), GONE),
        (("bars", "mid"), float("inf")), (("weights", "chief"), {}), (("points", 0, "near"), []),
    ],
)  # fmt: skip
def test_a_grade_that_cannot_be_read_is_none_and_can_be_given_again(
    library: Library, way: tuple[Any, ...], odd: Any
) -> None:
    assert graded(library, *way, odd=odd).status == FINISHED


@pytest.mark.parametrize(
    ("way", "odd", "left_out"),
    [
        (("figures",), 5, {"linchpins", "pace"}),
        (("figures", "linchpins"), 5, {"linchpins"}),
        (("figures", "pace", "used_s"), "x", {"pace"}),
        (("figures", "diagram"), None, {"diagram"}),
    ],
)
def test_figures_of_another_shape_are_dropped_and_the_others_stay(
    library: Library, way: tuple[Any, ...], odd: Any, left_out: set[str]
) -> None:
    session = graded(library, *way, odd=odd)
    assert session.status == GRADED
    assert not left_out & set(figures_of(session.graded))
    assert "late" in figures_of(session.graded) or way == ("figures",)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1e10, "5", True, None])
def test_a_number_that_is_none_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        number(value)


def test_shapes() -> None:
    assert fits({"a": [1], "c": "more"}, {"a": [int], "b?": str})
    assert not fits({"a": [True]}, {"a": [int]})
    assert not fits({"a": [], "b": 5}, {"a": [int], "b?": str})
    assert not fits({}, {"a": [int]})
    assert fits({"x": 1}, {str: int})
    assert not fits([1], {str: int})
