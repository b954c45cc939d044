"""Runs programs in turns, and prints what was measured as a table."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.ptydriver import PATIENCE


def coach_program() -> list[str]:
    """How the coach is started: its own script where there is one, as a person does."""
    script = Path(sys.executable).with_name("coach")
    return [str(script)] if script.exists() else [sys.executable, "-m", "coach"]


def run(argv: Sequence[str], environ: Mapping[str, str], patience: float = PATIENCE) -> float:
    """Seconds that a program takes. Raises CalledProcessError or TimeoutExpired."""
    start = time.perf_counter()
    subprocess.run(argv, env=dict(environ), check=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=patience)
    return time.perf_counter() - start


def in_turns(measured: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Measures everything once a round, so that the noise of the machine hits all alike; the first round is dropped."""
    found: dict[str, list[float]] = {name: [] for name in measured}
    for number in range(rounds + 1):
        for name, measure in measured.items():
            seconds = measure()
            if number:
                found[name].append(seconds)
        if sys.stderr.isatty():
            print(f"\r{number} of {rounds}", end="\r", file=sys.stderr)
    return found


def repeated(action: Callable[[], object], times: int) -> list[float]:
    """Seconds of each of many calls."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return found


def share(seconds: Sequence[float], part: float) -> float:
    """The value that so great a part of all does not exceed; 0.5 is the median."""
    if part == 0.5:
        return statistics.median(seconds)
    return sorted(seconds)[min(int(len(seconds) * part), len(seconds) - 1)]


def ms(seconds: float) -> str:
    """Seconds as milliseconds with two or three figures."""
    value = seconds * 1000
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.3f}"


def spread(seconds: Sequence[float]) -> tuple[str, str, str]:
    """Median, 95th percentile and maximum in milliseconds."""
    return ms(share(seconds, 0.5)), ms(share(seconds, 0.95)), ms(max(seconds))


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table, the first column to the left and all others to the right."""
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    print(f"\n{title}")
    for row in (heads, *rows):
        first, *rest = (f"{cell:<{widths[i]}}" if i == 0 else f"{cell:>{widths[i]}}" for i, cell in enumerate(row))
        print("  ".join((first, *rest)).rstrip())
