"""Ends quizzes at random moments, runs two at once, and compares the log with what the screen had shown by then."""

import mmap
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from coach.errors import CoachError
from coach.recall.ledger import Ledger, fold
from coach.recall.log import Entry
from coach.recall.schedule import Schedule
from coach.record.book import Book
from coach.record.home import Home
from coach.record.places import Places
from tests.ptydriver import COACH, PATIENCE, ROOT, Terminal, environment

CARDS = 80
QUIZ = ("quiz", "mine", "--new", str(CARDS))
MOMENTS = ("any time", "after a grade", "after a grade", "after Enter", "while thinking", "at the start")
"""When a quiz is ended. Just after a grade there is most to lose."""
INTERRUPTED = 130
GRADES = {"again": 1, "hard": 2, "good": 3, "easy": 4}
_SHOWN = re.compile(
    rb"\x1b\[1m Question (?P<card>\d+)\?\x1b|\x1b\[2m (?P<grade>again|hard|good|easy)\b[^\x1b]*\x1b\[0m"
)
PROMPT = re.compile(r"\d+/\d+ ›")
_TORN = b'{"n":98765,"at":"2026-11-2'

Given = tuple[str, int]
"""A card and its grade."""


@dataclass(slots=True)
class Outcome:
    """What one trial found. `problems` are sentences; the numbers are what the table adds up."""

    kind: str
    when: str
    taken: int = 0
    lost: int = 0
    doubled: int = 0
    unreadable: int = 0
    problems: list[str] = field(default_factory=list)


class Learner:
    """Turns cards and grades them at a terminal, one key at a time."""

    def __init__(self, terminal: Terminal, chance: random.Random, *, hurried: bool = True) -> None:
        self.terminal = terminal
        self.pressed: list[Given] = []
        self.turned = 0
        self._chance = chance
        self._hurried = hurried

    def shown(self) -> tuple[list[str], list[Given]]:
        """The cards that were shown so far, and the grades that were seen to be taken: the line that says so is only
        printed behind the write."""
        cards: list[str] = []
        taken: list[Given] = []
        for match in _SHOWN.finditer(bytes(self.terminal.raw)):
            if match["card"]:
                cards.append(f"mine/c{match['card'].decode()}")
            else:
                taken.append((cards[-1], GRADES[match["grade"].decode()]))
        return cards, taken

    def step(self) -> str:
        """Presses what the program waits for, if it waits: "Enter", "grade" or nothing."""
        self.terminal.pump(0.005)
        cards, _ = self.shown()
        if self.turned < len(cards) and PROMPT.fullmatch(self.terminal.row):
            self.turned = len(cards)
            self.terminal.send("x\r")  # an Enter alone would have to wait until the grade before it has settled
            if not self._hurried or self._chance.random() < 0.6:
                return "Enter"
            return self._grade(cards[-1])
        if len(self.pressed) < self.turned and self.terminal.row.endswith("q quit ›"):
            return self._grade(cards[-1])
        return ""

    def _grade(self, card: str) -> str:
        grade = self._chance.choice([1, 2, 3, 3, 4])
        self.pressed.append((card, grade))
        self.terminal.send(str(grade))
        return "grade"

    def works(self, *, until: float, key: str = "", number: int = 0) -> None:
        """Works until a time, or until so many keys of a kind were pressed, or to the end of the sitting."""
        while time.monotonic() < until and self.terminal.process.poll() is None:
            if (pressed := self.step()) and pressed == key:
                number -= 1
                if number <= 0:
                    return


def _home(folder: Path) -> Home:
    return Home(Places(folder / "home", folder / "cache" / "coach", folder / "state" / "coach"))


def prepared(folder: Path) -> dict[str, str]:
    """A home with a deck; its environment."""
    decks = folder / "home" / "decks"
    decks.mkdir(parents=True)
    cards = "".join(
        f'  - {{id: c{n}, kind: recall, front: "Question {n}?", back: "The answer."}}\n' for n in range(CARDS)
    )
    (decks / "mine.yaml").write_text(f"schema: 1\nid: mine\ntitle: Mine\ncards:\n{cards}")
    return environment(folder)


def trial(number: int, seed: int, kind: str, longest: float = 4.0, when: str | None = None) -> Outcome:
    """Runs one quiz to its random end and checks what is left of it. `when` is drawn if not given."""
    chance = random.Random(f"{seed}/quiz/{number}/{kind}")
    outcome = Outcome(kind, when or chance.choice(MOMENTS))
    with tempfile.TemporaryDirectory(prefix="coach-fault-") as name:
        folder = Path(name)
        environ = prepared(folder)
        try:
            with Terminal([*COACH, *QUIZ], environ) as terminal:
                learner = Learner(terminal, chance)
                _until_the_moment(learner, outcome.when, chance, longest)
                _end(terminal, outcome)
        except TimeoutError as error:
            outcome.problems.append(str(error))
            return outcome
        examine(folder, outcome, [learner])
        goes_on(folder, environ, outcome, torn=chance.random() < 0.5)
    return outcome


def _until_the_moment(learner: Learner, when: str, chance: random.Random, longest: float) -> None:
    if when == "at the start":
        learner.terminal.settle(chance.uniform(0.0, 0.6))
        return
    learner.terminal.until(lambda t: PROMPT.fullmatch(t.row) is not None)
    end = time.monotonic() + longest
    match when:
        case "after a grade":
            learner.works(until=end, key="grade", number=chance.randint(1, 8))
            time.sleep(chance.uniform(0, 0.015))
        case "after Enter":
            learner.works(until=end, key="Enter", number=chance.randint(1, 8))
            time.sleep(chance.uniform(0, 0.015))
        case "while thinking":
            learner.works(until=end, key="grade", number=chance.randint(1, 8))
            learner.terminal.settle(chance.uniform(0.05, 0.6))
        case _:
            learner.works(until=time.monotonic() + chance.uniform(0.02, longest))


def _end(terminal: Terminal, outcome: Outcome) -> None:
    """Ends the program as the trial says, and looks at how it goes."""
    if outcome.kind == "GONE":
        terminal.pump(0)
        terminal.hang_up()
        code = terminal.process.wait(PATIENCE)
    else:
        terminal.signal(getattr(signal, f"SIG{outcome.kind}"))
        code = terminal.wait()
        if outcome.kind != "KILL" and terminal.attributes() != terminal.attributes_before:
            outcome.problems.append(f"the terminal was not restored: {terminal.attributes()}")
        if outcome.kind != "KILL" and outcome.when != "at the start" and "` goes on." not in terminal.flowing:
            outcome.problems.append(f"the screen does not say how to go on:\n{terminal.text}")
    wanted = {-signal.SIGKILL} if outcome.kind == "KILL" else {INTERRUPTED}
    if outcome.when == "at the start" and outcome.kind not in ("KILL", "GONE"):
        wanted.add(-getattr(signal, f"SIG{outcome.kind}"))  # before anything could be lost, nobody looks out for it
    if code not in wanted and not (outcome.when == "at the start" and outcome.kind == "GONE"):
        outcome.problems.append(f"exit code {code} instead of {sorted(wanted)}\n{terminal.text}")


def _entries(home: Home, outcome: Outcome) -> list[Entry]:
    """What is in the log, which must be sound and numbered without gaps."""
    try:
        entries = home.reviews.since({}).entries
    except CoachError as error:
        outcome.unreadable += 1
        outcome.problems.append(f"{error.message} {error.hint}")
        return []
    outcome.problems += home.reviews.damage()
    numbers = sorted(entry.n for entry in entries)
    if numbers != list(range(1, len(entries) + 1)):
        outcome.problems.append(f"{len(entries)} entries do not have the numbers from 1 on: {numbers[:20]}…")
    return entries


def examine(folder: Path, outcome: Outcome, learners: Sequence[Learner]) -> None:
    """Compares the log with what was pressed and what was seen to be taken."""
    entries = _entries(_home(folder), outcome)
    logged = [(entry.card, entry.grade) for entry in entries]
    taken = [given for learner in learners for given in learner.shown()[1]]
    pressed = [given for learner in learners for given in learner.pressed]
    outcome.taken = len(taken)
    outcome.lost = (Counter(taken) - Counter(logged)).total()
    outcome.doubled = (Counter(logged) - Counter(pressed)).total()
    if outcome.lost or outcome.doubled:
        outcome.problems.append(f"in the log {logged}, pressed {pressed}, seen to be taken {taken}")
    elif len(learners) == 1 and logged != pressed[: len(logged)]:
        outcome.problems.append(f"in the log {logged} instead of {pressed}")
    _compare_with_replay(folder, outcome, entries)


def _compare_with_replay(folder: Path, outcome: Outcome, entries: Sequence[Entry]) -> None:
    """The book, with whatever snapshot was left, holds what all entries come to; no card was scheduled twice a day."""
    home, ledger = _home(folder), Ledger()
    fold(ledger, entries, Schedule(0.9), {})
    book = Book(home.reviews, home.places.cache, home.places.home, Schedule(0.9), {})
    if (book.ledger.cards, book.ledger.upto) != (ledger.cards, ledger.upto):
        outcome.problems.append(f"the ledger is {book.ledger}, a replay gives {ledger}")
    days = {(entry.card, entry.day) for entry in entries}
    if sum(progress.reviews for progress in ledger.cards.values()) != len(days):
        outcome.problems.append(f"scheduled more than once a day: {ledger.cards}")


def goes_on(folder: Path, environ: dict[str, str], outcome: Outcome, *, torn: bool) -> None:
    """The next quiz takes one more grade, also behind a torn line."""
    before = _entries(_home(folder), outcome)
    log = next((folder / "home" / "reviews").glob("*.jsonl"), None)
    if torn and log:
        with log.open("ab") as file:
            file.write(_TORN)
    done = subprocess.run(
        [*COACH, *QUIZ, "--plain"], env=environ, cwd=ROOT, input="\n3\n", capture_output=True, text=True,
        encoding="utf-8", timeout=PATIENCE,
    )  # fmt: skip
    if done.returncode or done.stderr or "good: back in" not in done.stdout:
        outcome.problems.append(f"coach quiz: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
    after = _entries(_home(folder), outcome)
    if after[:-1] != before or (log and _TORN in log.read_bytes()):
        outcome.problems.append(f"after the next quiz {after} instead of {before} and one more")
    _compare_with_replay(folder, outcome, after)


# two terminals at once


def pair(number: int, seed: int, longest: float = 4.0) -> Outcome:
    """Two terminals grade through the same cards in one home; one of them may be killed in between."""
    chance = random.Random(f"{seed}/pair/{number}")
    outcome = Outcome("two at once", "any time")
    with tempfile.TemporaryDirectory(prefix="coach-fault-") as name:
        folder = Path(name)
        environ = prepared(folder)
        try:
            with Terminal([*COACH, *QUIZ], environ) as one, Terminal([*COACH, *QUIZ], environ) as two:
                learners = [Learner(one, chance, hurried=False), Learner(two, chance, hurried=False)]
                for learner in learners:
                    learner.terminal.until(lambda t: PROMPT.fullmatch(t.row) is not None)
                _both(learners, chance, longest)
                for learner in learners:
                    if learner.terminal.process.poll() is None:
                        learner.terminal.signal(signal.SIGINT)
                    if (code := learner.terminal.wait()) not in (0, INTERRUPTED, -signal.SIGKILL):
                        outcome.problems.append(f"exit code {code}\n{learner.terminal.text}")
        except TimeoutError as error:
            outcome.problems.append(str(error))
            return outcome
        examine(folder, outcome, learners)
        if any(learner.terminal.process.returncode == INTERRUPTED for learner in learners):
            goes_on(folder, environ, outcome, torn=chance.random() < 0.5)
    return outcome


def _both(learners: Sequence[Learner], chance: random.Random, longest: float) -> None:
    """Lets both work in turns of some keys each; from some moment on perhaps one alone."""
    end = time.monotonic() + longest
    killed = time.monotonic() + chance.uniform(0.1, longest) if chance.random() < 0.5 else float("inf")
    while time.monotonic() < end:
        learner = chance.choice(learners)
        if learner.terminal.process.poll() is None:
            learner.works(until=min(end, time.monotonic() + 0.2), key=chance.choice(["Enter", "grade"]), number=1)
        if time.monotonic() > killed:
            chance.choice(learners).terminal.signal(signal.SIGKILL)
            killed = float("inf")


# without a terminal: thousands of writes, killed between any two instructions


@dataclass(slots=True)
class Hammered:
    """What killing processes that do nothing but grade has left."""

    kills: int = 0
    grades: int = 0
    lost: int = 0
    problems: list[str] = field(default_factory=list)


def hammer(kills: int, seed: int) -> Hammered:
    """Kills pairs of processes that grade into one log without a pause, keeping a snapshot now and then."""
    chance, found, outcome = random.Random(f"{seed}/grades"), Hammered(), Outcome("KILL", "any time")
    sure: set[str] = set()
    maybe: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="coach-hammer-") as name:
        folder = Path(name)
        for number in range(0, kills, 2):
            writers = [(f"d/{each}", *_writer(folder, f"d/{each}")) for each in (number, number + 1)]
            end = time.monotonic() + PATIENCE
            while not all(any(counter[:]) for *_, counter in writers) and time.monotonic() < end:
                time.sleep(0.0005)
            for cards, child, counter in writers:
                time.sleep(chance.uniform(0.0, 0.01))
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                done = int.from_bytes(counter[:])
                sure |= {f"{cards}-{card}" for card in range(done)}
                maybe.add(f"{cards}-{done}")
                found.kills += 1
                found.grades += done
            entries = _entries(_home(folder), outcome)
            logged = [entry.card for entry in entries]
            found.lost = len(sure - set(logged))
            if len(logged) != len(set(logged)) or not sure <= set(logged) <= sure | maybe:
                outcome.problems.append(f"after {found.kills} kills: {len(logged)} grades, {len(sure)} were sure")
            _compare_with_replay(folder, outcome, entries)
    found.problems = outcome.problems
    return found


def _writer(folder: Path, cards: str) -> tuple[int, mmap.mmap]:
    """A process that grades without a pause, and the number of grades that it had back."""
    counter = mmap.mmap(-1, 8)
    child = os.fork()
    if child == 0:
        try:
            home = _home(folder)
            book = Book(home.reviews, home.places.cache, home.places.home, Schedule(0.9), {})
            for number in range(100_000):
                now = datetime.now(UTC)
                book.add(now, now.date(), card=f"{cards}-{number}", grade=3)
                counter[:] = (number + 1).to_bytes(8)  # one move; struct would write zeros first
                if number % 5 == 0:
                    book.save()
        finally:
            os._exit(0)
    return child, counter


# the table


def table(outcomes: Iterable[Outcome]) -> str:
    """One row a kind of ending, and what was lost."""
    heads = ("ending", "trials", "grades seen taken", "lost", "doubled", "unreadable logs", "failed trials")
    by_kind: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_kind.setdefault(outcome.kind, []).append(outcome)
    rows = [heads]
    for kind, some in by_kind.items():
        sums = [str(sum(getattr(o, name) for o in some)) for name in ("taken", "lost", "doubled", "unreadable")]
        rows.append((kind, str(len(some)), *sums, str(sum(1 for o in some if o.problems))))
    widths = [max(len(row[i]) for row in rows) for i in range(len(heads))]
    return "\n".join("  ".join(f"{cell:>{widths[i]}}" for i, cell in enumerate(row)) for row in rows)


def report(kinds: Sequence[str], trials: int, seed: int, longest: float, kills: int) -> int:
    """Runs the trials of each kind and as many pairs, and prints the table; 1 when anything was lost."""
    outcomes: list[Outcome] = []
    for kind in (*kinds, "two at once"):
        for number in range(trials):
            found = pair(number, seed, longest) if kind == "two at once" else trial(number, seed, kind, longest)
            outcomes.append(found)
            for problem in found.problems:
                print(f"{kind}, trial {number} ({found.when}): {problem}", file=sys.stderr)
            if sys.stderr.isatty():
                print(f"\r{kind}: {number + 1} of {trials}", end="\r", file=sys.stderr)
    print(table(outcomes))
    hammered = hammer(kills, seed) if kills else Hammered()
    print(f"hammer: {hammered.kills} kills in {hammered.grades} grades of two at once, {hammered.lost} lost grades")
    for problem in hammered.problems[:5]:
        print(f"hammer: {problem}", file=sys.stderr)
    return 1 if hammered.problems or any(outcome.problems for outcome in outcomes) else 0
