"""`coach checklist`: the page to read just before an interview."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.commands import world
from coach.commands.publish import publish
from coach.content.roots import formats, scenarios, shared
from coach.errors import CoachError, UsageError
from coach.language.document import Document
from coach.language.printable import one_line
from coach.record.index import Index
from coach.record.places import Places, places
from coach.record.settings import Settings, read_settings
from coach.screens.board import Reading
from coach.terminal.saying import say

if TYPE_CHECKING:
    from coach.content.format import Format
    from coach.content.library import Library
    from coach.interview.gaps import Gap

_PAGES = "pages-3"
"""The name of the cache; to be counted up when what it holds changes."""

_SPOILS = "You have not practised it, and this tells what a round asks for: `coach practice {}` first is worth more."


def run(
    folder: str | None,
    scenario: str | None,
    *,
    full: bool,
    mine: bool,
    tick: bool,
    format_: str | None,
    kind: str | None,
    output: Path | None,
    plain: bool,
) -> int:
    """Shows the page over the whole window, prints it to a pipe, or writes it. Returns the exit code."""
    if tick and (kind or output):
        raise UsageError("--tick goes through the page at the keyboard, --as and --output write it.", "Leave one out.")
    own, problems = places(), list[CoachError]()
    settings = _settings(own, problems)
    known = _known(own, folder, scenario, format_ or settings.format, full=full, named=bool(format_), problems=problems)
    page = Document.of(known["page"])
    if scenario and not any(map(world.home().sessions.of, known["names"])):
        page = page._replace(lead=_SPOILS.format(scenario))
    if mine:
        page = _with_gaps(page, known["gaps"], problems)
    world.leave_out(problems)
    if tick:
        _tick(folder, page, by_line=plain or not world.is_terminal())
    elif kind or output or plain or not world.is_terminal():
        publish(page, kind, output)
        if output:
            say(one_line(f"The page is in {output}. Next: `coach`."))
    else:
        longer = " ".join(filter(None, ("coach checklist", scenario, "--full")))
        world.view(Reading(page, "" if full else f"`{longer}` says more"))
    return 0


def _known(
    own: Places,
    folder: str | None,
    scenario: str | None,
    name: str,
    *,
    full: bool,
    named: bool,
    problems: list[CoachError],
) -> dict[str, Any]:
    """The page as data, what to do about each gap and the ids that the question has and had, through the cache:
    reading YAML takes longer than all the rest.

    The minutes are those of the format `name`. Where it was not named for this page a wrong one is no reason to stand
    without it: its error goes to `problems`.
    """
    roots = world.roots(own, folder)
    files = [found.path for found in scenarios(roots) if found.id == scenario]
    files += [found.path for found in formats(roots) if found.id == name]
    path, *others = [*files, *shared(roots, "checklist.yaml")]
    index, key = Index(own.cache, _PAGES), " ".join((scenario or "-", name, "full" if full else "short"))
    kept: dict[str, Any] = index.get(path, *others) or {}
    if key in kept:
        return dict(kept[key])
    library = world.library(own, folder)
    shown = library.format(name).value if named else _set_format(library, name, own, problems)
    made = _made(library, scenario, shown, full=full)
    if shown:
        index.put({**kept, key: made}, path, *others)
        index.save()
    return made


def _settings(own: Places, problems: list[CoachError]) -> Settings:
    try:
        return read_settings(own.config)
    except CoachError as error:
        problems.append(error)
        return Settings()


def _set_format(library: "Library", name: str, own: Places, problems: list[CoachError]) -> "Format | None":
    from coach.commands.usual import set_format

    try:
        return set_format(library, name, own.config).value
    except CoachError as error:
        problems.append(error)
        return None


def _made(library: "Library", scenario: str | None, format_: "Format | None", *, full: bool) -> dict[str, Any]:
    from coach.screens.checklist_page import checklist_page, of_question

    checklist = library.checklist().value
    page, names = checklist_page(checklist, format_, full=full), list[str]()
    if scenario:
        question = library.scenario(scenario).value
        page, names = of_question(page, question), [question.id, *question.was]
    return {"page": page.data(), "gaps": dict(checklist.gaps), "names": names}


def _with_gaps(page: Document, instructions: dict[str, str], problems: list[CoachError]) -> Document:
    """The page with the person's gaps, each with the day on which it showed last and the command that shows it."""
    from coach.record.sessions import short_name
    from coach.screens.checklist_page import with_gaps
    from coach.screens.weaknesses import person_weaknesses

    home = world.home()
    ids = home.sessions.ids()

    def shown(gap: "Gap") -> str:
        if not gap.session:
            return gap.told(None)
        return f"{gap.told(home.day(gap.started))}: `coach show {short_name(gap.session, ids)}`"

    return with_gaps(page, person_weaknesses(home, problems=problems), shown, instructions)


def _tick(folder: str | None, page: Document, *, by_line: bool) -> None:
    from coach.screens.ticking import Ticking, tick_by_line

    if by_line:
        tick_by_line(world.app(folder, plain=True).ui, page)
    else:
        world.view(Ticking(page))
