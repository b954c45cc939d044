"""What a note, a key and a fold cost on the disk: `python -m tests.bench.journal`."""

import argparse
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.interview.folding import fold
from coach.record.home import Home
from coach.record.places import Places
from coach.record.sessions import session_id
from coach.screens.opening import Choices, setup
from tests.bench.measure import repeated, spread, table

START = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
LINE = "bm25 next to dense bc people paste error codes"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.journal", description=__doc__)
    parser.add_argument("--folder", help="a folder on the disk to measure; else the one for temporary files")
    with tempfile.TemporaryDirectory(prefix="coach-bench-", dir=parser.parse_args().folder) as name:
        folder = Path(name)
        home = Home(Places(folder / "home", folder / "cache", folder / "state"))
        library = Library([home.places.content, Root.at("shipped", shipped())])
        scenario, format_ = library.scenario("rag-support"), library.format("four-phase")
        session = session_id(START, "rag-support", 1)
        opened = home.sessions.open(session)
        opened.append(START, "started", setup(scenario, library.rubric(), Choices(format_, "senior")).data())

        def note() -> None:
            at = START + timedelta(seconds=opened.last)
            opened.append(at, "note", {"note": opened.last, "text": LINE, "step": 0})

        typed: list[str] = []

        def key() -> None:
            typed.append(LINE[len(typed) % len(LINE)])
            opened.draft.write("".join(typed[-200:]))

        long = "x" * 10_000
        rows = [
            ("append a note and fsync", *spread(repeated(note, 299))),
            ("write the draft at a key", *spread(repeated(key, 3000))),
            ("write a draft of 10 KB", *spread(repeated(lambda: opened.draft.write(long), 300))),
            ("empty the draft", *spread(repeated(opened.draft.clear, 300))),
            ("read 300 events", *spread(repeated(lambda: home.sessions.events(session), 50))),
        ]
        events = home.sessions.events(session)
        rows.append((f"fold {len(events)} events", *spread(repeated(lambda: fold(session, events), 100))))
        assert len(fold(session, events).live_notes) == 299
        opened.close()
    table("The journal, ms", ("", "median", "p95", "max"), rows)


if __name__ == "__main__":
    main()
