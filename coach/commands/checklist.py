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

_PAGES = "pages-2"
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
    known = _known(own, folder, scenario, format_, full=full, problems=problems)
    page = Document.of(known["page"])
    if scenario and not world.home().sessions.of(scenario):
        page = page._replace(lead=_SPOILS.format(scenario))
    if mine:
        page = _with_gaps(page, known["gaps"])
    world.leave_out(problems)
    if tick:
        _tick(folder, page, by_line=plain or not world.is_terminal())
    elif kind or output or plain or not world.is_terminal():
        publish(page, kind, output)
        if output:
            say(one_line(f"The page is in {output}. Next: `coach`."))
    else:
        world.view(Reading(page, "" if full else "`coach checklist --full` says more"))
    return 0


def _known(
    own: Places,
    folder: str | None,
    scenario: str | None,
    format_: str | None,
    *,
    full: bool,
    problems: list[CoachError],
) -> dict[str, Any]:
    """The page as data and what to do about each gap, through the cache: reading YAML takes longer than all the rest.

    A setting that is wrong is no reason to stand without the page: it goes to `problems`.
    """
    roots, name = world.roots(own, folder), format_ or _settings(own, problems).format
    files = [found.path for found in scenarios(roots) if found.id == scenario]
    files += [found.path for found in formats(roots) if found.id == name]
    path, *others = [*files, *shared(roots, "checklist.yaml")]
    index, key = Index(own.cache, _PAGES), " ".join((scenario or "-", name, "full" if full else "short"))
    kept: dict[str, Any] = index.get(path, *others) or {}
    if key in kept:
        return dict(kept[key])
    library = world.library(own, folder)
    shown = _format(library, name, named=bool(format_), problems=problems)
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


def _format(library: "Library", name: str, *, named: bool, problems: list[CoachError]) -> "Format | None":
    try:
        return library.format(name).value
    except CoachError as error:
        if named:
            raise
        problems.append(error)
        return None


def _made(library: "Library", scenario: str | None, format_: "Format | None", *, full: bool) -> dict[str, Any]:
    from coach.screens.checklist_page import checklist_page, of_question

    checklist = library.checklist().value
    page = checklist_page(checklist, format_, full=full)
    if scenario:
        page = of_question(page, library.scenario(scenario).value)
    return {"page": page.data(), "gaps": dict(checklist.gaps)}


def _with_gaps(page: Document, instructions: dict[str, str]) -> Document:
    from coach.screens.briefs import person_gaps
    from coach.screens.checklist_page import with_gaps

    return with_gaps(page, person_gaps(world.home()), instructions, None)


def _tick(folder: str | None, page: Document, *, by_line: bool) -> None:
    from coach.screens.ticking import Ticking, tick_by_line

    if by_line:
        tick_by_line(world.app(folder, plain=True).ui, page)
    else:
        world.view(Ticking(page))
