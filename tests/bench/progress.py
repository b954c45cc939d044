"""How long `coach progress` and `coach history` take over many rounds: `python -m tests.bench.progress`."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.bench.cards import history, write_decks, write_logs
from tests.bench.measure import coach_program, in_turns, ms, run, share, table
from tests.bench.rounds import PATIENCE, ROUNDS, write_rounds
from tests.bench.startup import HELLO
from tests.ptydriver import environment

CARDS, REVIEWS = 600, 20_000
"""The cards and reviews of somebody who did so many rounds."""
BUDGET = 0.5
"""Seconds that both may take over a thousand rounds with a warm cache."""


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.progress", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11, help="how often each is measured")
    times = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as name:
        folder = Path(name)
        none, many, cards = (environment(folder / name, TERM="dumb") for name in ("none", "many", "cards"))
        for environ in (many, cards):
            write_rounds(Path(environ["COACH_HOME"]) / "sessions", ROUNDS, datetime.now(UTC), Random(1))
        home, today = Path(cards["COACH_HOME"]), datetime.now(UTC).date()
        ids = write_decks(home / "decks", CARDS, 6, Random(1))
        write_logs(home / "reviews", history(ids, REVIEWS, today, Random(2)))
        (folder / "hello.py").write_text(HELLO)
        coach, hello, last = coach_program(), "typer hello world", f"{ROUNDS:,} rounds"
        reviews = f"{REVIEWS:,} reviews"
        measured: dict[str, Callable[[], float]] = {
            hello: lambda: run([sys.executable, str(folder / "hello.py")], none),
            "coach progress, no round": lambda: run([*coach, "progress"], none),
            f"coach progress, {last}": lambda: run([*coach, "progress"], many, PATIENCE),
            f"coach progress, {last}, {reviews}": lambda: run([*coach, "progress"], cards, PATIENCE),
            f"coach progress rag-support, {last}": lambda: run([*coach, "progress", "rag-support"], many, PATIENCE),
            f"coach progress --json, {last}": lambda: run([*coach, "progress", "--json"], many, PATIENCE),
            "coach history, no round": lambda: run([*coach, "history"], none),
            f"coach history, {last}": lambda: run([*coach, "history"], many, PATIENCE),
        }
        found = in_turns(measured, times)
        for command in ("progress", "history"):
            shutil.rmtree(folder / "many" / "cache")
            found[f"coach {command}, {last}, no cache"] = [run([*coach, command], many, PATIENCE)]
    middle = {what: share(seconds, 0.5) for what, seconds in found.items()}
    rows = [
        (what, ms(taken), f"{taken / middle[hello]:.1f}", f"{taken / middle['coach progress, no round']:.2f}",
         ("yes" if taken <= BUDGET else "no") if last in what else "")
        for what, taken in middle.items()
    ]  # fmt: skip
    table(f"{times} times in turns", ("", "median ms", "/ hello", "/ no round", f"in {ms(BUDGET)} ms"), rows)


if __name__ == "__main__":
    main()
