"""One round from the first key to the transcript: drill, grade, result."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from coach.content.format import Format
from coach.content.library import Loaded
from coach.content.reading import read
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.errors import CoachError
from coach.interview.clock import clock
from coach.interview.grading import minutes_to_grade
from coach.interview.reader import Reader
from coach.interview.session import Session
from coach.interview.setup import Setup
from coach.interview.status import ABANDONED, ACTIVE, FINISHED, GRADED, PAUSED
from coach.interview.transcript import transcript
from coach.record.files import write_whole
from coach.record.sessions import OpenSession, session_id
from coach.screens.afterwards import show_result
from coach.screens.app import App
from coach.screens.deal import cards_tomorrow
from coach.screens.drill import Drill
from coach.screens.grading import grade as grade_session
from coach.screens.handing import design_so_far
from coach.screens.past import load, require
from coach.screens.quiz_words import counted
from coach.screens.recorder import Recorder
from coach.screens.speech import Speech, add_speech, require_new
from coach.screens.ui import Gap, Keys, Pairs, Rule, Stopped, Text
from coach.screens.whole_round import next_step

T = TypeVar("T")
INTERRUPTED = 130
_RECENT = 5


@dataclass(frozen=True, slots=True)
class Materials:
    """The copies of the content a drill was started with."""

    scenario: Scenario
    format: Format
    rubric: Rubric


def materials(app: App, setup: Setup) -> Materials:
    """The content of a round as it was when the round began. Raises CoachError when a copy is gone."""

    def copy(digest: str, cls: type[T]) -> T:
        path = app.home.seen.path(digest)
        reading = read(app.home.seen.text(digest), str(path), cls)
        if reading.value is None or reading.problems:
            what = reading.problems[0].message if reading.problems else "it is empty"
            raise CoachError(f"{path} cannot be used any more: {what}.", "An older coach may have written it.")
        return reading.value

    return Materials(
        copy(setup.scenario_digest, Scenario),
        copy(setup.format_digest, Format),
        copy(setup.rubric_digest, Rubric),
    )


def begin(
    app: App,
    scenario: Loaded[Scenario],
    format_: Loaded[Format],
    rubric: Loaded[Rubric],
    setup: Setup,
    *,
    grade: bool = True,
) -> int:
    """Starts a round and runs it. Returns the exit code."""
    for text in (scenario.text, format_.text, rubric.text):
        app.home.seen.keep(text)
    name = session_id(app.now(), scenario.value.id, app.rng.randrange(1 << 16))
    opened = app.home.sessions.open(name)
    try:
        if not setup.base:
            design = design_so_far(app.home, scenario.value, setup.skipped)
            setup = replace(setup, design=design.mermaid, given=design.given)
        session = Session(name)
        Recorder(app.now, opened, session)("started", setup.data())
        return _drill(app, opened, session, Materials(scenario.value, format_.value, rubric.value), grade)
    finally:
        opened.close()


def go_on(app: App, name: str) -> int:
    """Resumes a paused round: clock, notes, half-typed line and ticks as they were. Returns the exit code."""
    with _opened(app, name, (ACTIVE, PAUSED)) as (opened, session):
        content = materials(app, session.plan)
        _say_if_changed(app, session.plan)
        _show_recent(app, session, content)
        Recorder(app.now, opened, session)("resume")
        return _drill(app, opened, session, content, grade=True)


@contextmanager
def _opened(app: App, name: str, statuses: Collection[str]) -> Iterator[tuple[OpenSession, Session]]:
    """A session of one of these statuses, open for as long as the block runs. Raises CoachError."""
    opened = app.home.sessions.open(name)
    try:
        session = load(app.home, name)
        require(session, statuses)
        yield opened, session
    finally:
        opened.close()


def _say_if_changed(app: App, setup: Setup) -> None:
    try:
        now = app.library.scenario(setup.scenario).digest
    except CoachError:
        now = ""
    if now != setup.scenario_digest:
        what = "was changed" if now else "is gone or broken"
        app.ui.show(
            Text(
                f"The file of {setup.scenario} {what}; this round goes on with the copy it began with.",
                "warn",
            )
        )


def _show_recent(app: App, session: Session, content: Materials) -> None:
    setup, notes = session.plan, session.live_notes
    app.ui.show(
        Rule(setup.title, setup.scenario),
        Text(f"“{content.scenario.question}” {content.scenario.brief}"),
        Gap(),
    )
    recent = notes[-_RECENT:]
    if len(notes) > len(recent):
        app.ui.show(Text(f"{len(notes) - len(recent)} earlier notes; /list shows them.", "dim"))
    app.ui.show(Pairs([(clock(note.at_s), note.text) for note in recent]))
    if heard := [said for said in session.said if not said.taken_back]:
        app.ui.show(Pairs([("Interviewer", heard[-1].text)], "accent"))
    if setup.skipped or setup.earlier.notes:
        app.ui.show(Text("/question shows again what you were handed.", "dim"))
    app.ui.show(Text(f"Going on at {clock(session.clock())}.", "strong"))


def _drill(app: App, opened: OpenSession, session: Session, content: Materials, grade: bool) -> int:
    drill = Drill(app, opened, session, content.scenario, content.format)
    try:
        drill.run()
    except Stopped as stop:
        if session.status in (ACTIVE, PAUSED):
            _farewell(app, session)
        return 0 if stop.why == "end" else INTERRUPTED
    except CoachError as error:
        raise CoachError(
            error.message,
            f"Kept: {_notes(session)}; `coach resume {session.id}` goes on once it can be written again. {error.hint}",
        ) from None
    if session.status == PAUSED:
        _farewell(app, session)
        return 0
    if session.status == ABANDONED:
        app.ui.show(Text(f"Abandoned; the notes are kept. `coach show {session.id}` shows them, `coach forget "
                         f"{session.id}` removes them.", hang=1))  # fmt: skip
        return 0
    return _after(app, opened, session, content, grade)


def _notes(session: Session) -> str:
    count = len(session.live_notes)
    return f"{count} note{'' if count == 1 else 's'}"


def _farewell(app: App, session: Session) -> None:
    """Says how to come back; a terminal that is gone hears nothing."""
    try:
        app.ui.show(
            Gap(),
            Text(
                f"Paused at {clock(session.clock())} in {session.plan.steps[session.step].title.lower()}, "
                f"{_notes(session)} saved. `coach resume` goes on."
            ),
        )
    except (Stopped, OSError):
        return


def _after(app: App, opened: OpenSession, session: Session, content: Materials, grade: bool) -> int:
    save_transcript(app, session, content.scenario)
    later = f"`coach grade {session.id}` grades it." if not grade else ""
    app.ui.show(Gap(), Text(f"Saved: {clock(session.clock())}, {_notes(session)}. {later}"))
    if not grade:
        return 0
    keys = {"": "now", "l": "later"}
    try:
        about = counted(minutes_to_grade(content.scenario, content.rubric, session.plan), "minute")
        what = "Grade" if session.plan.grades else "See how it went"
        answer = app.ui.key(Keys(f"{what} now (about {about}), or later with `coach grade`?", keys, other=True))
        if answer.key == "l":
            return _graded_later(app, session)
        return grade_open(app, opened, session, content)
    except Stopped as stop:
        return _graded_later(app, session, 0 if stop.why == "end" else INTERRUPTED)


def _graded_later(app: App, session: Session, code: int = 0) -> int:
    decided = len(session.marks)
    kept = f"{decided} decision{' is' if decided == 1 else 's are'} kept. " if decided else ""
    try:
        app.ui.show(Gap(), Text(f"{kept}`coach grade` goes on with it; `coach` shows it first."))
        then, command = next_step(app, session.plan)
        if command and not code:
            app.ui.show(Text(then), Text(command, "accent", 3))
    except (Stopped, OSError):
        return code
    return code


def grade_round(app: App, name: str, speech: Speech | None = None) -> int:
    """Grades a finished round, or goes on grading it, with a transcript added first. Returns the exit code."""
    with _opened(app, name, (FINISHED, GRADED)) as (opened, session):
        content = materials(app, session.plan)
        if speech:
            require_new(session, speech)
        app.ui.show(Rule(session.plan.title, name), Text(f"“{content.scenario.question}”", "dim"))
        if speech:
            if not add_speech(app, opened, session, speech):
                return 0
            save_transcript(app, session, content.scenario)
        return grade_open(app, opened, session, content)


def grade_open(app: App, opened: OpenSession, session: Session, content: Materials) -> int:
    """Grades an open session, shows the result and offers the solution. Returns the exit code."""
    record, reader = Recorder(app.now, opened, session), Reader(content.scenario, app.library.glossary)
    if session.status == GRADED:
        record("regrade")
    try:
        if not grade_session(app, opened, session, reader, content.rubric):
            return _graded_later(app, session)
    except Stopped:
        return _graded_later(app, session, INTERRUPTED)
    path = save_transcript(app, session, content.scenario)
    code = 0
    try:
        show_result(app, session, reader, record)
    except Stopped as stop:
        code = 0 if stop.why == "end" else INTERRUPTED
    if session.again:
        save_transcript(app, session, content.scenario)
    kept, (then, command) = f"Kept in {path}. {cards_tomorrow(app, session)}", next_step(app, session.plan)
    app.ui.show(Gap(), Text(kept.rstrip() if command else f"{kept}{then}"))
    if command:
        app.ui.show(Text(then), Text(command, "accent", 3))
    return code


def question_of(scenario: Scenario) -> str:
    """What a transcript begins with."""
    return f"{scenario.question} {scenario.brief}"


def save_transcript(app: App, session: Session, scenario: Scenario) -> Path:
    """Writes the transcript and returns where it is."""
    path = app.home.sessions.transcript(session.id)
    write_whole(path, transcript(session, question_of(scenario), None))
    return path
