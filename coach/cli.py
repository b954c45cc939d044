"""The command line: names every command and maps errors to exit codes. Imports nothing slow."""

import os
import sys
from contextlib import suppress
from enum import StrEnum
from importlib import import_module
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from coach.errors import CoachError, Stopped

app = typer.Typer(
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Practise AI system design interviews at the keyboard: offline, against a clock, in plain files you own.",
)


class Level(StrEnum):
    """The level a round is graded for."""

    mid = "mid"
    senior = "senior"
    staff = "staff"


class Manner(StrEnum):
    """How often the interviewer speaks up."""

    quiet = "quiet"
    kind = "kind"
    tough = "tough"


class Page(StrEnum):
    """What a page is written as."""

    text = "text"
    md = "md"
    html = "html"


class Account(StrEnum):
    """What a round is written as."""

    md = "md"
    json = "json"
    html = "html"


class Kind(StrEnum):
    """Kinds of content files."""

    scenario = "scenario"
    deck = "deck"
    format_ = "format"
    rubric = "rubric"
    checklist = "checklist"


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other tools.")]
Plain = Annotated[bool, typer.Option("--plain", help="Line by line, without a live prompt; for screen readers.")]
AsKind = Annotated[Page | None, typer.Option("--as", help="As text, Markdown or HTML.")]
Output = Annotated[Path | None, typer.Option("--output", help="Write it to a file.", metavar="FILE")]
SessionName = Annotated[str | None, typer.Argument(help="A session, or any unique part of its name.")]


def _run(command: str, *args: Any, **options: Any) -> None:
    """Runs a command of `coach/commands` and exits with its code; errors of the person's making get two lines."""
    code = 0
    try:
        code = import_module(f"coach.commands.{command}").run(*args, **options)
        sys.stdout.flush()
    except CoachError as error:
        _complain(error)
        code = error.code
    except Stopped as stop:  # at a question outside of a round, so there is nothing to save
        code = 0 if stop.why == "end" else 130
    except BrokenPipeError:
        code = 0  # whoever read us has read enough
    except OSError as error:
        told = _of_system(error)
        with suppress(OSError):  # the terminal is gone, and stderr with it
            _complain(told)
        code = code or told.code
    except KeyboardInterrupt:
        code = 130
    _flush()
    raise typer.Exit(code)


def _of_system(error: OSError) -> CoachError:
    """What the system refused: the disk behind our output, or to look into a folder. Raises any other one, as whoever
    opens a file tells what is wrong with it."""
    if error.filename is None:
        return CoachError(f"What there is to print cannot be written: {(error.strerror or str(error)).lower()}.")
    if isinstance(error, PermissionError):
        return CoachError(f"{error.filename} cannot be read: permission denied.", "Check who owns it.")
    raise error


def _flush() -> None:
    """Writes what is left; where nobody listens any more, to nowhere, so that Python does not complain at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _complain(error: CoachError) -> None:
    from coach.language.printable import one_line
    from coach.terminal.saying import say

    say(f"error: {one_line(error.message)}", aside=True)
    if error.hint:
        say(f"hint: {one_line(error.hint)}", aside=True)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    scenarios: Annotated[
        str | None,
        typer.Option("--scenarios", help="A folder of content that comes before all other.", metavar="DIR"),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Practise AI system design interviews at the keyboard: offline, against a clock, in plain files you own."""
    context.obj = scenarios
    if version:
        from coach import __version__

        print(__version__)
        raise typer.Exit(0)
    if context.invoked_subcommand is None:
        _run("start", scenarios)


@app.command()
def practice(
    context: typer.Context,
    scenario: Annotated[str | None, typer.Argument(help="The scenario; without it a menu.")] = None,
    format_: Annotated[str | None, typer.Option("--format", help="Steps and minutes.", metavar="NAME")] = None,
    minutes: Annotated[int | None, typer.Option(help="Scale the round to so many minutes.", metavar="N")] = None,
    phase: Annotated[
        list[str] | None,
        typer.Option(help="Only the steps that cover this phase; may be given again.", metavar="PHASE"),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", help="Redo a step of this round, with its earlier notes and diagram.", metavar="SESSION"
        ),
    ] = None,
    level: Annotated[Level | None, typer.Option(help="The level to be graded for.")] = None,
    untimed: Annotated[bool, typer.Option("--untimed", help="No clock.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Steps change by themselves at zero.")] = False,
    mock: Annotated[bool, typer.Option("--mock", help="As in the real thing: no hints, no checklists.")] = False,
    aloud: Annotated[
        bool, typer.Option("--aloud", help="After each step, ask for headlines of what was only said.")
    ] = False,
    interviewer: Annotated[
        Manner | None, typer.Option(help="How often the interviewer speaks up unasked; a mock is tough.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="The same number brings the same curveballs again.", metavar="N")
    ] = None,
    plain: Plain = False,
    no_grade: Annotated[bool, typer.Option("--no-grade", help="Do not ask for grades at the end.")] = False,
) -> None:
    """A timed mock interview; ctrl-c pauses and saves."""
    _run(
        "practice",
        context.obj,
        scenario,
        format_=format_,
        minutes=minutes,
        phases=phase or [],
        level=level.value if level else None,
        untimed=untimed,
        strict=strict,
        mock=mock,
        aloud=aloud,
        interviewer=interviewer.value if interviewer else None,
        seed=seed,
        plain=plain,
        grade=not no_grade,
        base=from_,
    )


@app.command()
def resume(context: typer.Context, session: SessionName = None, plain: Plain = False) -> None:
    """On with a paused round."""
    _run("resume", context.obj, session, plain=plain)


@app.command()
def grade(
    context: typer.Context,
    session: SessionName = None,
    speech: Annotated[
        Path | None,
        typer.Option(help="Add a transcript of what you said, SubRip or WebVTT, as notes.", metavar="FILE"),
    ] = None,
    plain: Plain = False,
) -> None:
    """Grade a finished round, point by point."""
    _run("grade", context.obj, session, speech=speech, plain=plain)


@app.command()
def quiz(
    context: typer.Context,
    decks: Annotated[
        list[str] | None,
        typer.Argument(help="Decks or scenarios, flagged, suspended; without any all cards.", metavar="[DECK]..."),
    ] = None,
    minutes: Annotated[int | None, typer.Option(help="Stop at the end of the card then.", metavar="N")] = None,
    limit: Annotated[int | None, typer.Option(help="At most so many cards.", metavar="N")] = None,
    new: Annotated[int | None, typer.Option(help="So many new cards instead of six a day.", metavar="N")] = None,
    cram: Annotated[bool, typer.Option("--cram", help="Go through cards due or not; schedules nothing.")] = False,
    known: Annotated[bool, typer.Option("--known", help="Ten cards you know, to warm up; schedules nothing.")] = False,
    ahead: Annotated[int, typer.Option(help="Also what is due within so many days.", metavar="DAYS")] = 0,
    interview: Annotated[
        str | None, typer.Option(help="The day of the interview, kept as a setting; off drops it.", metavar="DATE")
    ] = None,
    typed: Annotated[bool, typer.Option("--typed", help="Ask for a typed answer to each card.")] = False,
    seed: Annotated[int | None, typer.Option(help="The same number brings the same order.", metavar="N")] = None,
    plain: Plain = False,
    due: Annotated[bool, typer.Option("--due", help="Only list what is due.")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="Retention, reviews a day, what is to come.")] = False,
    as_json: AsJson = False,
) -> None:
    """Flashcards that are due: answer, turn, grade."""
    from coach.screens.deal import Asked

    _run(
        "quiz",
        context.obj,
        Asked(tuple(decks or ()), minutes, limit, new, cram, ahead, typed, known),
        interview=interview,
        seed=seed,
        plain=plain,
        due=due,
        stats=stats,
        as_json=as_json,
    )


@app.command()
def checklist(
    context: typer.Context,
    scenario: Annotated[str | None, typer.Argument(help="A question, whose own comes first.")] = None,
    full: Annotated[bool, typer.Option("--full", help="All there is, for the evening before.")] = False,
    mine: Annotated[bool, typer.Option("--mine", help="With your own three gaps on top.")] = False,
    tick: Annotated[bool, typer.Option("--tick", help="Go through it line by line.")] = False,
    format_: Annotated[str | None, typer.Option("--format", help="With the minutes of it.", metavar="NAME")] = None,
    kind: AsKind = None,
    output: Output = None,
    plain: Plain = False,
) -> None:
    """The page to read just before an interview; q leaves nothing of it on the screen."""
    _run(
        "checklist",
        context.obj,
        scenario,
        full=full,
        mine=mine,
        tick=tick,
        format_=format_,
        kind=kind.value if kind else None,
        output=output,
        plain=plain,
    )


@app.command()
def decks(context: typer.Context, as_json: AsJson = False) -> None:
    """The decks of flashcards, and what is due in each."""
    _run("decks", context.obj, as_json=as_json)


@app.command("list")
def list_(context: typer.Context, as_json: AsJson = False) -> None:
    """The scenarios there are."""
    _run("list", context.obj, as_json=as_json)


@app.command()
def formats(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="One of them in detail.")] = None,
    as_json: AsJson = False,
) -> None:
    """The interview formats side by side, or one step by step."""
    _run("formats", context.obj, name, as_json=as_json)


@app.command()
def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A scenario, or a session or any unique part of its name.")],
    solution: Annotated[
        bool, typer.Option("--solution", help="The worked solution; later scores on it are marked.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask back before the solution.")] = False,
    kind: Annotated[Account | None, typer.Option("--as", help="A round as Markdown, JSON or HTML.")] = None,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """A scenario in brief, its solution, or the transcript of a round."""
    _run(
        "show",
        context.obj,
        name,
        solution=solution,
        yes=yes,
        as_json=as_json,
        kind=kind.value if kind else None,
        output=output,
    )


@app.command()
def diff(
    context: typer.Context,
    a: Annotated[
        str | None,
        typer.Argument(help="A session, or a scenario for the last on it; alone, beside the graded round before it."),
    ] = None,
    b: Annotated[str | None, typer.Argument(help="Another session; the older one always comes first.")] = None,
    as_json: AsJson = False,
) -> None:
    """Two graded rounds side by side, point by point; without names the last two on one scenario."""
    _run("diff", context.obj, a, b, as_json=as_json)


@app.command()
def sheet(
    context: typer.Context,
    scenario: Annotated[str, typer.Argument(help="The scenario.")],
    level: Annotated[Level | None, typer.Option(help="The level to be graded for.")] = None,
    format_: Annotated[str | None, typer.Option("--format", help="Steps and minutes.", metavar="NAME")] = None,
    kind: AsKind = None,
    output: Output = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask back before it is shown to you.")] = False,
) -> None:
    """What a friend needs to play the interviewer, on a page; it spoils the drill for you."""
    _run(
        "sheet",
        context.obj,
        scenario,
        level=level.value if level else None,
        format_=format_,
        kind=kind.value if kind else None,
        output=output,
        yes=yes,
    )


@app.command()
def ask(
    context: typer.Context,
    scenario: Annotated[str, typer.Argument(help="The scenario.")],
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    as_json: AsJson = False,
) -> None:
    """What the interviewer would answer to a question. It shows the sheet, so it spoils a drill."""
    _run("ask", context.obj, scenario, question, as_json=as_json)


@app.command()
def assess(
    context: typer.Context,
    scenario: Annotated[str, typer.Argument(help="The scenario.")],
    file: Annotated[str, typer.Argument(help="A file of notes, one a line; - for the standard input.")],
    as_json: AsJson = False,
) -> None:
    """What notes from anywhere show of a scenario's points."""
    _run("assess", context.obj, scenario, file, as_json=as_json)


@app.command()
def history(
    grep: Annotated[
        str | None, typer.Option("--grep", help="Only notes of yours that hold these words.", metavar="TEXT")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The rounds so far, or what you once wrote in one."""
    _run("history", grep=grep, as_json=as_json)


@app.command()
def debrief(context: typer.Context, plain: Plain = False, as_json: AsJson = False) -> None:
    """Five questions after a real interview; ctrl-c keeps what was sent."""
    _run("debrief", context.obj, plain=plain, as_json=as_json)


@app.command()
def progress(
    context: typer.Context,
    scenario: Annotated[str | None, typer.Argument(help="Only the rounds on this one.")] = None,
    as_json: AsJson = False,
) -> None:
    """What changed from round to round: dimensions, phases, skills, help, cards."""
    _run("progress", context.obj, scenario, as_json=as_json)


@app.command()
def plan(
    context: typer.Context,
    interview: Annotated[
        str | None,
        typer.Option("--date", help="The day of the interview, kept as a setting; off drops it.", metavar="DATE"),
    ] = None,
    hours: Annotated[
        int | None, typer.Option("--hours-per-week", help="The hours there are, kept as a setting.", metavar="N")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Day by day until the interview, from what you really did."""
    _run("plan", context.obj, interview=interview, hours=hours, as_json=as_json)


@app.command()
def forget(
    session: Annotated[str, typer.Argument(help="A session, or any unique part of its name.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask back for a part of a name.")] = False,
) -> None:
    """Remove a round for good."""
    _run("forget", session, yes=yes)


@app.command()
def doctor(context: typer.Context, as_json: AsJson = False) -> None:
    """Where everything is, the settings, and what is wrong."""
    _run("doctor", context.obj, as_json=as_json)


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV or TSV, Anki's text export, or questions and answers in Markdown.")],
    deck: Annotated[
        str | None, typer.Option(help="The deck to put them in; without it the file's name.", metavar="NAME")
    ] = None,
) -> None:
    """Flashcards from CSV, Anki or Markdown into a deck of yours."""
    _run("import_cards", context.obj, file, deck=deck)


@app.command()
def export(
    context: typer.Context,
    anki_text: Annotated[
        Path, typer.Option("--anki-text", help="The file to write; one that no export made stays.", metavar="FILE")
    ],
    decks: Annotated[list[str] | None, typer.Argument(help="Decks and scenarios; all when none is named.")] = None,
) -> None:
    """Flashcards as text that Anki imports."""
    _run("export", context.obj, decks or [], anki_text_file=anki_text)


@app.command()
def lint(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(help="Content files; all of them when none is named.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Also the house rules of shipped files.")] = False,
) -> None:
    """Check content files: every problem with its line."""
    _run("lint", context.obj, files or [], strict=strict)


@app.command()
def new(
    scenario: Annotated[str, typer.Argument(help="The id: lower-case letters, digits, hyphens.")],
) -> None:
    """Write a scenario of your own to fill in."""
    _run("new", scenario)


@app.command()
def schema(
    kind: Annotated[Kind, typer.Argument(help="Which kind of file.")] = Kind.scenario,
) -> None:
    """Print a JSON Schema, so that an editor can complete content files."""
    _run("schema", kind.value)


def main() -> None:
    """The entry point."""
    sys.stdout = sys.stdout or StringIO()  # closed by whoever started us
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character gets a ? instead of a traceback
    app()
