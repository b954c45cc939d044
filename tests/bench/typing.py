"""How long a key takes to its echo under a running clock, and what the clock costs: `python -m tests.bench.typing`."""

import argparse
import random
import re
import tempfile
import time
from pathlib import Path

from tests.bench.measure import coach_program, spread, table
from tests.ptydriver import Terminal, environment

PROMPT = re.compile(r"\d\d:\d\d › ?")
WORDS = "bm25 next to dense bc people paste error codes, acl filter inside the index, p95 under 800 ms "


def echoes(terminal: Terminal, keys: int) -> tuple[list[float], list[float]]:
    """Seconds from each key to its echo, and from each Enter to the next prompt."""
    chance, keyed, entered, typed = random.Random(1), [], [], ""
    for number in range(keys):
        figure = WORDS[number % len(WORDS)]
        terminal.settle(chance.uniform(0.02, 0.09))
        typed += figure
        wanted, start = typed, time.perf_counter()
        terminal.send(figure)
        terminal.until(lambda t, wanted=wanted: t.screen.cursor.x == 8 + len(wanted))
        keyed.append(time.perf_counter() - start)
        if len(typed) == 60:
            start = time.perf_counter()
            terminal.send("\r")
            terminal.until(lambda t: PROMPT.fullmatch(t.row) is not None)
            entered.append(time.perf_counter() - start)
            typed = ""
    return keyed, entered


def cpu_seconds(process: int) -> float:
    """Seconds of processor time that a process has used, all threads."""
    tasks = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(path.read_text().split()[0]) for path in tasks) / 1e9


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.typing", description=__doc__)
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--idle", type=float, default=10.0, metavar="SECONDS")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as name:
        argv = [*coach_program(), "practice", "rag-support"]
        with Terminal(argv, environment(Path(name))) as terminal:
            terminal.until("starts the clock")
            terminal.send("\r")
            terminal.until(lambda t: PROMPT.fullmatch(t.row) is not None)
            keyed, entered = echoes(terminal, given.keys)
            rows = [("key to echo", *spread(keyed)), ("Enter to the next prompt (note on the disk)", *spread(entered))]
            table(f"Typing, {len(keyed)} keys, ms", ("", "median", "p95", "max"), rows)
            terminal.settle(1.0)
            used, drawn, start = cpu_seconds(terminal.process.pid), len(terminal.raw), time.perf_counter()
            terminal.settle(given.idle)
            seconds = time.perf_counter() - start
            used = cpu_seconds(terminal.process.pid) - used
            drawn = len(terminal.raw) - drawn
        row = ("waiting at the prompt", f"{used / seconds:.2%}", f"{drawn / seconds:.0f}")
        table(f"The running clock, {seconds:.0f} s", ("", "CPU", "bytes/s"), [row])


if __name__ == "__main__":
    main()
