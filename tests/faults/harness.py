"""Kills scripted drills at random moments and counts what was lost: `python -m tests.faults.harness --trials 50`.

With `--quiz` quizzes, in every way that one may end, and two at once.
"""

import argparse
import mmap
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from coach.errors import CoachError
from coach.interview.folding import fold
from coach.interview.session import Session
from coach.interview.status import PAUSED
from coach.record.home import Home
from coach.record.places import Places
from tests.faults import quizzes
from tests.ptydriver import COACH, PATIENCE, ROOT, Terminal, environment

SIGNALS = ("KILL", "TERM", "HUP", "INT", "GONE")
"""GONE is no signal: the terminal is closed under the program, as when a window or a connection goes away."""
MOMENTS = ("any time", "after a key", "while thinking", "while thinking", "after Enter", "after Enter", "at the start")
"""When a drill is ended. Just after Enter there is most to lose; whoever thinks past the grace may lose nothing."""
GRACE = 0.05
"""Seconds of typing that a kill may cost."""
INTERRUPTED = 130
PROMPT = re.compile(r"(?:\d+:)?\d\d:\d\d › ")
WORDS = (
    "bm25 next to dense bc people paste error codes", "acl filter inside the index", "p95 ≤ 800 ms, first token 2 s",
    "assume de + fr, no chat history", "price change → webhook → reindex in 5 min", "golden set 300 q, weekly",
    "abstain under 0.3, hand to agent", "chunk by heading, keep tables whole", "cache by article version, ttl 1 h",
    "  blanks around it", "//slash at the start", "cost ~ 60k × 2.1k tok × 22 d", "x",
)  # fmt: skip


@dataclass(slots=True)
class Line:
    """A line that the script types; `sent` holds when each key was pressed, `echoed` how many were seen."""

    text: str
    sent: list[float] = field(default_factory=list)
    entered: bool = False
    echoed: int = 0
    confirmed: bool = False

    @property
    def note(self) -> str | None:
        """What the journal should hold, or None for a command."""
        if self.text.startswith("/") and not self.text.startswith("//"):
            return None
        return self.text.removeprefix("/").strip()

    def old(self, killed: float) -> int:
        """How many keys were seen on the screen and are older than the grace."""
        return sum(1 for at in self.sent[: self.echoed] if at < killed - GRACE)


@dataclass(slots=True)
class Outcome:
    """What one trial found. `problems` are sentences; the numbers are what the table adds up."""

    number: int
    kind: str
    when: str
    committed: int = 0
    orders: int = 0
    lost_notes: int = 0
    lost_orders: int = 0
    lost_characters: int = 0
    lost_ms: float = 0.0
    doubled: int = 0
    unreadable: int = 0
    problems: list[str] = field(default_factory=list)


class Typist:
    """Types a script into a drill, until a moment comes."""

    def __init__(self, terminal: Terminal, lines: list[Line], chance: random.Random) -> None:
        self.terminal = terminal
        self.lines = lines
        self.killed = 0.0
        self._chance = chance
        self._moment = float("inf")

    def type(self, *, moment: float = float("inf"), key: int = -1, enter: int = -1, delay: float = 0.0) -> None:
        """Types until the moment, or until `delay` seconds after the given key or Enter, or to the end."""
        self._moment = moment
        keys = 0
        for index, line in enumerate(self.lines):
            hurried = self._chance.random() < 0.3
            for figure in line.text:
                if self._is_time():
                    return
                line.sent.append(time.monotonic())
                self.terminal.send(figure)
                if keys == key:
                    self._moment = min(self._moment, time.monotonic() + delay)
                keys += 1
                while keys > key >= 0 and delay > GRACE and not self._is_time():
                    self._look(0.02)
                self._look(0.001 if hurried else self._chance.uniform(0.002, 0.02))
            self._settle(line, hurried)
            if self._is_time():
                return
            line.entered = True
            self.terminal.send("\r")
            if index == enter:
                self._moment = min(self._moment, time.monotonic() + delay)
            end = time.monotonic() + PATIENCE
            while not hurried and not line.confirmed and not self._is_time() and time.monotonic() < end:
                self._look(0.02)
        while not self._is_time() and self._moment < float("inf"):
            self._look(0.02)

    def _settle(self, line: Line, hurried: bool) -> None:
        """Lets the echo catch up, so that the script is never a whole line ahead of the program."""
        end = time.monotonic() + PATIENCE
        while not hurried and line.echoed < len(line.text) and not self._is_time() and time.monotonic() < end:
            self._look(0.02)

    def _is_time(self) -> bool:
        return time.monotonic() >= self._moment

    def _look(self, seconds: float) -> None:
        self.terminal.pump(min(seconds, max(self._moment - time.monotonic(), 0.0)))
        self.look()

    def look(self) -> None:
        """Learns from the screen what was committed and what was echoed.

        A line counts as committed once a later prompt stands below it: the loop draws the next prompt only after the
        journal was written, and only at the cursor, so that a redrawn old prompt cannot be mistaken for it.
        """
        screen = self.terminal.screen
        row = screen.display[screen.cursor.y][: screen.cursor.x]
        if not (prompt := PROMPT.match(row)):
            return
        shown = row[prompt.end() :]
        sent = [text[match.end() :] for text in self.terminal.above() if (match := PROMPT.match(text + " "))]
        for index, line in enumerate(self.lines):
            if not line.confirmed and line.entered and line.text.rstrip() in sent:
                for earlier in self.lines[: index + 1]:
                    earlier.confirmed = True
        current = next((line for line in self.lines if not line.confirmed), None)
        if current is not None and current.text.startswith(shown):
            current.echoed = max(current.echoed, min(len(shown), len(current.sent)))


def script(chance: random.Random, number: int) -> list[Line]:
    """Lines to type: notes, each one of a kind, and commands, none of them twice."""
    orders = ["/check 1", "/next", "/time", "/check 2", "/question", "/next ", "/che 3", "/hint"]
    lines = []
    for index in range(14):
        if orders and chance.random() < 0.3:
            lines.append(Line(orders.pop(0)))
        else:
            lines.append(Line(f"{chance.choice(WORDS)} {number}.{index}"))
    return lines


def trial(
    number: int, seed: int, kind: str, longest: float = 3.0, when: str | None = None, answers: bool | None = None
) -> Outcome:
    """Runs one drill to its random end and checks what is left of it. `when` and `answers` are drawn if not given."""
    chance = random.Random(f"{seed}/{number}/{kind}")
    if when is None:
        when = chance.choice(MOMENTS if kind == "KILL" else MOMENTS[:-1])
    if answers is None:
        answers = chance.random() < 0.8
    outcome = Outcome(number, kind, when)
    with tempfile.TemporaryDirectory(prefix="coach-fault-") as name:
        folder = Path(name)
        environ = environment(folder)
        try:
            with Terminal([*COACH, "practice", "rag-support"], environ, answers=answers) as terminal:
                typist = Typist(terminal, script(chance, number), chance)
                _drill(typist, outcome, chance, longest)
        except TimeoutError as error:
            outcome.problems.append(str(error))
            return outcome
        _examine(folder, environ, outcome, chance, typist)
    return outcome


def _drill(typist: Typist, outcome: Outcome, chance: random.Random, longest: float) -> None:
    terminal = typist.terminal
    terminal.until("starts the clock")
    terminal.send("\r")
    if outcome.when == "at the start":
        terminal.settle(chance.uniform(0.0, 0.08))
    else:
        terminal.until(lambda t: PROMPT.fullmatch(t.row + " ") is not None)
        match outcome.when:
            case "after a key":
                typist.type(key=chance.randrange(60), delay=chance.uniform(0, 0.004), moment=time.monotonic() + longest)
            case "while thinking":
                typist.type(key=chance.randrange(60), delay=chance.uniform(1.2, 4.0) * GRACE)
            case "after Enter":
                typist.type(
                    enter=chance.randrange(5), delay=chance.uniform(0, 0.015), moment=time.monotonic() + longest
                )
            case _:
                typist.type(moment=time.monotonic() + chance.uniform(0.02, longest))
    killed = time.monotonic()
    before = terminal.attributes_before
    if outcome.kind == "GONE":
        terminal.hang_up()
        code = terminal.process.wait(PATIENCE)
    else:
        terminal.signal(getattr(signal, f"SIG{outcome.kind}"))
        code = terminal.wait()
        typist.look()
        if outcome.kind != "KILL" and terminal.attributes() != before:
            outcome.problems.append(f"the terminal was not restored: {terminal.attributes()} instead of {before}")
        if outcome.kind != "KILL" and "`coach resume` goes on" not in terminal.flowing:
            outcome.problems.append(f"the screen does not say how to come back:\n{terminal.text}")
    wanted = -signal.SIGKILL if outcome.kind == "KILL" else INTERRUPTED
    if code != wanted:
        outcome.problems.append(f"exit code {code} instead of {wanted}\n{terminal.text}")
    typist.killed = killed


def _home(folder: Path) -> Home:
    return Home(Places(folder / "home", folder / "cache" / "coach", folder / "state" / "coach"))


def _examine(folder: Path, environ: dict[str, str], outcome: Outcome, chance: random.Random, typist: Typist) -> None:
    """Reads what is on the disk and has the commands read it too."""
    home = _home(folder)
    outcome.committed = sum(1 for line in typist.lines if line.confirmed and line.note is not None)
    outcome.orders = sum(1 for line in typist.lines if line.confirmed and line.note is None)
    names = home.sessions.ids()
    if len(names) != 1:
        if outcome.when != "at the start" or names:
            outcome.unreadable += 1
            outcome.problems.append(f"sessions on disk: {names}")
        _commands(environ, outcome, started=False)
        return
    name = names[0]
    try:
        events = home.sessions.events(name)
    except CoachError as error:
        outcome.unreadable += 1
        outcome.problems.append(f"{error.message} {error.hint}")
        return
    for damage in home.sessions.damage(name):
        if "torn" not in damage:
            outcome.problems.append(damage)
    session = fold(name, events)
    if outcome.kind != "KILL" and (events[-1].kind, session.status) != ("pause", PAUSED):
        outcome.problems.append(f"the last event is {events[-1].kind}, the status {session.status}")
    _compare_notes(session, outcome, typist.lines)
    _compare_orders([event.kind for event in events], outcome, typist.lines)
    _compare_draft(home.sessions.draft(name).read(), session, outcome, typist.lines, typist.killed)
    notes = [note.text for note in session.live_notes]
    journal = next((folder / "home" / "sessions").glob("*.jsonl"))
    torn = chance.random() < 0.5
    if torn:
        with journal.open("ab") as file:
            file.write(b'{"n":98765,"at":"2026-11-2')
    said = _commands(environ, outcome, started=session.setup is not None)
    if session.setup is None:
        return
    half = re.search(r"half-typed before: (.*)\)", said)
    if half and notes and half[1].strip() == notes[-1]:
        outcome.doubled += 1
        outcome.problems.append(f"offered again as half-typed: {half[1]!r}")
    raw = journal.read_bytes()
    if not raw.endswith(b"\n") or b"98765" in raw:
        outcome.problems.append("the torn line was not mended")
    after = fold(name, home.sessions.events(name))
    if [note.text for note in after.live_notes] != notes or after.status != PAUSED:
        outcome.problems.append(f"after resume: {after.status}, {[note.text for note in after.live_notes]}")


def _compare_notes(session: Session, outcome: Outcome, lines: Sequence[Line]) -> None:
    found = [note.text for note in session.live_notes]
    sent = [line.note for line in lines if line.note is not None and line.entered]
    surely = [line.note for line in lines if line.note is not None and line.confirmed]
    outcome.lost_notes = sum(1 for text in surely if text not in found)
    outcome.doubled += len(found) - len(set(found))
    if found != sent[: len(found)] or len(found) < len(surely):
        outcome.problems.append(f"notes {found} instead of {sent}, of which {len(surely)} were surely committed")


def _compare_orders(kinds: Sequence[str], outcome: Outcome, lines: Sequence[Line]) -> None:
    """Commands that were carried out have left their events."""
    for start, left in (("/n", ("step",)), ("/c", ("tick", "untick")), ("/h", ("hint",))):
        wanted = sum(1 for line in lines if line.confirmed and line.note is None and line.text.startswith(start))
        found = sum(1 for kind in kinds if kind in left)
        if found < wanted and not (start == "/h" and found == 0):  # a step may have no hint left
            outcome.lost_orders += wanted - found
            outcome.problems.append(f"{wanted} {start}… were carried out, {found} are in the journal")


def _compare_draft(draft: str, session: Session, outcome: Outcome, lines: Sequence[Line], killed: float) -> None:
    """The draft is the line in hand, but for what was typed within the grace or not seen on the screen."""
    index = next((i for i, line in enumerate(lines) if not line.confirmed), None)
    if index is None or not lines[index].sent:
        if draft and (index is None or index == 0 or draft != lines[index - 1].text):
            outcome.problems.append(f"the draft holds {draft!r}, and nothing was typed")
        return
    current = lines[index]
    following = lines[index + 1].text if index + 1 < len(lines) and lines[index + 1].sent else ""
    arrived = current.note is None or any(note.text == current.note for note in session.live_notes)
    if current.entered and arrived and (draft == current.text or following.startswith(draft)):
        return  # it was just being committed
    kept = len(draft) if current.text.startswith(draft) else 0
    if kept < len(draft):
        outcome.problems.append(f"the draft is {draft!r}, the line was {current.text!r}")
    if kept < current.echoed:
        outcome.lost_ms = (killed - current.sent[kept]) * 1000
        outcome.lost_characters = current.echoed - kept
    if kept < current.old(killed):
        outcome.problems.append(f"the draft is {draft!r}, on the screen was {current.text[: current.echoed]!r}")


def _commands(environ: dict[str, str], outcome: Outcome, *, started: bool) -> str:
    """Runs what a person would run next; returns what `coach resume` said."""
    history = _run(["history", "--json"], environ)
    resume = _run(["resume", "--plain"], environ)
    for name, done, wanted in (("history", history, 0), ("resume", resume, 0 if started else 1)):
        if done.returncode != wanted or "Traceback" in done.stderr:
            outcome.problems.append(f"coach {name}: exit {done.returncode} instead of {wanted}\n{done.stderr}")
    return resume.stdout


def _run(arguments: list[str], environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COACH, *arguments],
        env=environ,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )


# without a terminal: thousands of writes, killed between any two instructions


@dataclass(slots=True)
class Hammered:
    """What killing a process that does nothing but write has left."""

    kills: int = 0
    writes: int = 0
    lost_notes: int = 0
    lost_drafts: int = 0
    problems: list[str] = field(default_factory=list)


def hammer(kills: int, seed: int) -> Hammered:
    """Kills processes that write drafts and notes without a pause; a draft is what it was, or what it becomes."""
    chance = random.Random(f"{seed}/hammer")
    found = Hammered()
    with tempfile.TemporaryDirectory(prefix="coach-hammer-") as name:
        for number in range(kills):
            _hammer_once(Path(name), f"20261121T101500Z-hammer-{number:04x}", chance, found)
    return found


def _operations() -> list[tuple[str, str]]:
    """Drafts that grow and shrink, and notes; what a quick person does in some minutes."""
    made = []
    for number in range(400):
        text = f"note {number} of a person who types, bm25 next to dense"
        made += [("draft", text[:end]) for end in range(1, len(text) + 1)]
        made += [("draft", text[:end]) for end in range(len(text), len(text) - 9, -1)]
        made += [("draft", text), ("note", text), ("draft", "")]
    return made


def _hammer_once(folder: Path, name: str, chance: random.Random, found: Hammered) -> None:
    home, operations = _home(folder), _operations()
    shared = mmap.mmap(-1, 8)
    child = os.fork()
    if child == 0:
        try:
            opened = home.sessions.open(name)
            for done, (kind, text) in enumerate(operations):
                if kind == "note":
                    opened.append(datetime.now(UTC), "note", {"note": done, "text": text})
                elif text:
                    opened.draft.write(text)
                else:
                    opened.draft.clear()
                shared[:] = (done + 1).to_bytes(8)  # one move; struct would write zeros first
        finally:
            os._exit(0)
    end = time.monotonic() + PATIENCE
    while not any(shared[:]) and time.monotonic() < end:
        time.sleep(0.0005)
    time.sleep(chance.uniform(0.0, 0.01))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    done = int.from_bytes(shared[:])
    shared.close()
    found.kills += 1
    found.writes += done
    drafts = [next((t for k, t in reversed(operations[:n]) if k == "draft"), "") for n in (done, done + 1)]
    notes = [text for kind, text in operations[:done] if kind == "note"]
    draft = home.sessions.draft(name).read()
    written = [str(event.data.get("text")) for event in home.sessions.events(name)]
    if draft not in drafts:
        found.lost_drafts += 1
        found.problems.append(f"the draft is {draft!r}, should be {drafts[0]!r}")
    if written[: len(notes)] != notes or len(written) > len(notes) + 1:
        found.lost_notes += max(len(notes) - len(written), 0)
        found.problems.append(f"{len(written)} notes instead of {len(notes)}")


# the table


def table(outcomes: Iterable[Outcome]) -> str:
    """One row a kind of ending, and what was lost."""
    heads = (
        "ending", "trials", "committed notes", "lost notes", "commands", "lost commands", "lost typing (worst)",
        "doubled notes", "unreadable journals", "failed trials",
    )  # fmt: skip
    by_kind: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_kind.setdefault(outcome.kind, []).append(outcome)
    rows = [heads]
    for kind, some in by_kind.items():
        ms, characters = max(o.lost_ms for o in some), max(o.lost_characters for o in some)
        sums = {
            name: sum(getattr(o, name) for o in some)
            for name in ("committed", "lost_notes", "orders", "lost_orders", "doubled", "unreadable")
        }
        rows.append(
            (
                kind, str(len(some)), str(sums["committed"]), str(sums["lost_notes"]), str(sums["orders"]),
                str(sums["lost_orders"]), f"{ms:.0f} ms / {characters} ch", str(sums["doubled"]),
                str(sums["unreadable"]), str(sum(1 for o in some if o.problems)),
            )
        )  # fmt: skip
    widths = [max(len(row[i]) for row in rows) for i in range(len(heads))]
    return "\n".join("  ".join(f"{cell:>{widths[i]}}" for i, cell in enumerate(row)) for row in rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the trials and prints the table; 1 when anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.harness", description=__doc__)
    parser.add_argument("--quiz", action="store_true", help="quizzes instead of drills")
    parser.add_argument("--trials", type=int, default=50)
    parser.add_argument("--seed", type=int, default=None, help="repeat the moments of an earlier run")
    parser.add_argument(
        "--signal", choices=SIGNALS, help="how it ends; KILL for drills, each for quizzes, if not given"
    )
    parser.add_argument("--hammer", type=int, default=300, metavar="N", help="also kill N processes that only write")
    parser.add_argument("--longest", type=float, default=3.0, help="seconds a drill is typed in at most")
    given = parser.parse_args(arguments)
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(1_000_000)
    print(f"seed {seed}")
    if given.quiz:
        kinds = (given.signal,) if given.signal else SIGNALS
        return quizzes.report(kinds, given.trials, seed, given.longest, given.hammer)
    kind, outcomes = given.signal or "KILL", []
    for number in range(given.trials):
        outcome = trial(number, seed, kind, given.longest)
        outcomes.append(outcome)
        for problem in outcome.problems:
            print(f"trial {number} ({outcome.when}): {problem}", file=sys.stderr)
        if sys.stderr.isatty():
            print(f"\r{number + 1} of {given.trials}", end="\r", file=sys.stderr)
    print(table(outcomes))
    failed = any(outcome.problems or outcome.lost_notes for outcome in outcomes)
    if kind == "KILL" and given.hammer:
        found = hammer(given.hammer, seed)
        print(
            f"hammer: {found.kills} kills in {found.writes} writes, {found.lost_notes} lost notes, "
            f"{found.lost_drafts} lost drafts"
        )
        for problem in found.problems[:5]:
            print(f"hammer: {problem}", file=sys.stderr)
        failed = failed or bool(found.problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
