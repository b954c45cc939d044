"""How long scenarios take to load: `python -m tests.bench.loading`."""

import argparse
import re
import tempfile
import time
from pathlib import Path

from coach.content.library import Library
from coach.content.roots import Root, scenarios, shipped
from tests.bench.measure import coach_program, ms, run, share, table
from tests.ptydriver import environment

PATIENCE = 300.0


def copies(folder: Path, count: int) -> Path:
    """A library of so many copies of rag-support, each with an id of its own."""
    text = (shipped() / "rag-support.yaml").read_text(encoding="utf-8")
    library = folder / f"library-{count}"
    library.mkdir()
    for number in range(1, count + 1):
        name = f"copy-{number:04}"
        (library / f"{name}.yaml").write_text(
            re.sub(r"(?m)^id: rag-support$", f"id: {name}", text, count=1), encoding="utf-8"
        )
    return library


def load(library: Path) -> tuple[int, float]:
    """Loads every scenario of a folder; how many there were, and seconds."""
    start = time.perf_counter()
    roots = [Root.at("path", library), Root.at("shipped", shipped())]
    content = Library(roots)
    loaded = [content.scenario(found.id) for found in scenarios(roots) if found.source == "path"]
    return len(loaded), time.perf_counter() - start


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.loading", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[1, 21, 1000])
    parser.add_argument("--rounds", type=int, default=5, help="of the warm list")
    given = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as name:
        folder = Path(name)
        for count in given.counts:
            library = copies(folder, count)
            loaded, seconds = load(library)
            environ = environment(folder / f"person-{count}")
            listing = [*coach_program(), "--scenarios", str(library), "list"]
            cold = run(listing, environ, PATIENCE)
            warm = share([run(listing, environ, PATIENCE) for _ in range(given.rounds)], 0.5)
            rows.append((str(loaded), ms(seconds), ms(seconds / loaded), ms(cold), ms(warm)))
    heads = ("scenarios", "load all", "each", "list, no cache", "list")
    table("Loading copies of rag-support (a checked one each), ms", heads, rows)


if __name__ == "__main__":
    main()
