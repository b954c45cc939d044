"""How long bare `coach` takes with many rounds, with a cache and without: `python -m tests.bench.rounds`."""

import argparse
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.interview.events import Event, to_record
from coach.interview.folding import fold
from coach.interview.grading import COVERED, MISSED, listed
from coach.interview.outcome import outcome_data
from coach.interview.reader import Reader
from coach.record.journal import VERSION, line_of
from coach.record.sessions import KIND, session_id
from coach.screens.opening import Choices, setup
from tests.bench.measure import coach_program, in_turns, ms, run, share, table
from tests.ptydriver import environment

ROUNDS, KINDS = 1000, 8
"""Rounds a person did, and how many of them differ in more than their day."""
NOTES, MADE = 30, 0.6
"""Notes of a round, and the share of points that it makes."""
DEVICE = "aaaaaa"
PATIENCE = 300.0


def journal(library: Library, scenario: str, chance: Random) -> list[tuple[float, str, dict[str, Any]]]:
    """The events of a graded round as seconds from its start, kind and data."""
    loaded, rubric, format_ = library.scenario(scenario), library.rubric(), library.format("four-phase")
    made = setup(loaded, rubric, Choices(format_, "senior"))
    points = listed(loaded.value, made)
    events: list[tuple[float, str, dict[str, Any]]] = [(0, "started", made.data())]
    for number in range(NOTES):
        line = chance.choice([*chance.choice(points).point.examples, "one more thought on that"])
        step = number * len(made.steps) // NOTES
        events.append((90.0 * number + 30, "note", {"note": number + 1, "text": line, "step": step}))
    events.append((2700, "end", {}))
    for entry in points:
        mark = COVERED if chance.random() < MADE else MISSED
        events.append((2800, "mark", {"point": entry.point.id, "mark": mark, "notes": [1] if mark == COVERED else []}))
    for dimension in rubric.value.dimensions:
        events.append((2900, "dimension", {"dimension": dimension.id, "grade": chance.randint(1, 4)}))
    start = datetime(2026, 1, 1, tzinfo=UTC)
    told = [Event(n, start + timedelta(seconds=at), kind, data, DEVICE) for n, (at, kind, data) in enumerate(events, 1)]
    reader = Reader(loaded.value, library.glossary)
    events.append((3000, "graded", outcome_data(fold("a-round", told), reader, rubric.value, None)))
    return events


def write_rounds(folder: Path, rounds: int, until: datetime, chance: Random) -> None:
    """Writes so many graded rounds on the shipped questions, one a day up to a time."""
    library = Library([Root.at("shipped", shipped())])
    kinds = [
        (name, journal(library, name, chance)) for name in ("rag-support", "fraud-detection") for _ in range(KINDS)
    ]
    folder.mkdir(parents=True)
    for number in range(rounds):
        scenario, events = kinds[number % len(kinds)]
        start = until - timedelta(days=rounds - number)
        session = session_id(start, scenario, number)
        records = [{"coach": KIND, "session": session, "device": DEVICE, "version": VERSION}]
        records += [
            to_record(Event(n, start + timedelta(seconds=at), kind, data, DEVICE))
            for n, (at, kind, data) in enumerate(events, 1)
        ]
        (folder / f"{session}.{DEVICE}.jsonl").write_bytes(b"".join(line_of(record) for record in records))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rounds", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11, help="how often each is measured")
    times = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as name:
        folder = Path(name)
        none, one, many = (environment(folder / name, TERM="dumb") for name in ("none", "one", "many"))
        for environ, rounds in ((one, 1), (many, ROUNDS)):
            write_rounds(Path(environ["COACH_HOME"]) / "sessions", rounds, datetime.now(UTC), Random(1))
        coach = coach_program()
        found = in_turns(
            {
                "no round": lambda: run(coach, none),
                "1 round": lambda: run(coach, one),
                f"{ROUNDS:,} rounds": lambda: run(coach, many, PATIENCE),
            },
            times,
        )
        shutil.rmtree(folder / "many" / "cache")
        found[f"{ROUNDS:,} rounds, no cache"] = [run(coach, many, PATIENCE)]
        size = sum(path.stat().st_size for path in (folder / "many" / "cache").rglob("rounds-*.json"))
    base = share(found["no round"], 0.5)
    rows = [(what, ms(share(seconds, 0.5)), f"{share(seconds, 0.5) / base:.2f}") for what, seconds in found.items()]
    table(f"Bare coach, {times} times in turns; the cache of rounds has {size / 1e6:.1f} MB",
          ("", "median ms", "/ no round"), rows)  # fmt: skip


if __name__ == "__main__":
    main()
