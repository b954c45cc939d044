"""How long the coach takes to start, against Python and a typer hello world: `python -m tests.bench.startup`."""

import argparse
import re
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.bench.measure import coach_program, in_turns, ms, run, share, table
from tests.bench.rounds import write_rounds
from tests.ptydriver import Terminal, environment

HELLO = '''
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def hello(name: str = "world") -> None:
    """Say hello."""
    print(f"hello {name}")


if __name__ == "__main__":
    app()
'''
ROUNDS = 20
PROMPT = re.compile(r"\d\d:\d\d ›")


def first_prompt(environ: dict[str, str]) -> float:
    """Seconds from the command to the first prompt of a drill, Enter being pressed as soon as it is offered."""
    start = time.perf_counter()
    with Terminal([*coach_program(), "practice", "rag-support"], environ) as terminal:
        terminal.until("starts the clock")
        terminal.send("\r")
        terminal.until(lambda t: PROMPT.fullmatch(t.row) is not None)
        return time.perf_counter() - start


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.startup", description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as name:
        folder = Path(name)
        hello = folder / "hello.py"
        hello.write_text(HELLO)
        environ = environment(folder, TERM="dumb")
        at_terminal, uncached = environment(folder / "drills"), environment(folder / "cold", TERM="dumb")
        with_rounds = environment(folder / "rounds", TERM="dumb")
        write_rounds(folder / "rounds" / "home" / "sessions", ROUNDS, datetime.now(UTC), Random(1))
        coach = coach_program()

        def cold() -> float:
            shutil.rmtree(folder / "cold", ignore_errors=True)
            return run([*coach, "list"], uncached)

        found = in_turns(
            {
                "python -c pass": lambda: run([sys.executable, "-c", "pass"], environ),
                "typer hello world --help": lambda: run([sys.executable, str(hello), "--help"], environ),
                "typer hello world": lambda: run([sys.executable, str(hello)], environ),
                "coach --help": lambda: run([*coach, "--help"], environ),
                "coach list, no cache": cold,
                "coach list": lambda: run([*coach, "list"], environ),
                "coach checklist": lambda: run([*coach, "checklist"], environ),
                "coach history": lambda: run([*coach, "history"], environ),
                "coach, first run": lambda: run(coach, environ),
                f"coach, {ROUNDS} rounds": lambda: run(coach, with_rounds),
                "first prompt of a drill": lambda: first_prompt(at_terminal),
            },
            rounds,
        )
    middle = {name: share(seconds, 0.5) for name, seconds in found.items()}
    rows = [
        (
            name,
            ms(share(seconds, 0.5)),
            ms(min(seconds)),
            f"{middle[name] / middle['typer hello world --help']:.2f}",
            f"{middle[name] / middle['typer hello world']:.2f}",
            f"{middle[name] / middle['python -c pass']:.1f}",
        )
        for name, seconds in found.items()
    ]
    heads = ("", "median ms", "best ms", "/ hello --help", "/ hello", "/ pass")
    table(f"Start-up, {rounds} rounds in turns", heads, rows)


if __name__ == "__main__":
    main()
