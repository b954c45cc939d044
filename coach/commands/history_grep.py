"""`coach history --grep`: finds what the person once wrote."""

import json

from coach.commands import world
from coach.errors import CoachError, UsageError
from coach.interview.clock import clock, day
from coach.interview.debrief import Debrief
from coach.interview.search import Hit, hits, told_hits
from coach.interview.session import Session
from coach.record.home import Home
from coach.record.sessions import short_name
from coach.screens.debriefs import debriefs
from coach.screens.past import load
from coach.screens.quiz_words import counted
from coach.screens.ui import Block, Gap, Pairs, Rule, Text


def search(home: Home, words: str, problems: list[CoachError], *, as_json: bool) -> None:
    """Prints the notes that hold some words, the newest round first, then what was told of interviews. What cannot be
    read goes to `problems`.

    Raises UsageError when there is nothing to look for.
    """
    wanted = words.strip()
    if not wanted:
        raise UsageError("There is nothing to look for.", 'For example: coach history --grep "freshness"')
    rounds = [(one, holding) for one in _opened(home, wanted, problems) if (holding := hits(one, wanted))]
    told = [(one, holding) for one in debriefs(home, problems) if (holding := told_hits(one, wanted))]
    if as_json:
        rows = [_row(holding, session=one.id, scenario=one.plan.scenario) for one, holding in rounds]
        rows += [_row(holding, interview=one.day.isoformat()) for one, holding in told]
        print(json.dumps(rows, indent=2))
    elif rounds or told:
        world.printer().show(*_page(home, rounds, told))
    else:
        world.printer().show(Text(f"No note of yours holds “{wanted}”. `coach history` lists the rounds."))


def _opened(home: Home, words: str, problems: list[CoachError]) -> list[Session]:
    sessions = []
    for name in reversed(home.sessions.holding(words)):
        try:
            sessions.append(load(home, name))
        except CoachError as error:
            problems.append(error)
    return sessions


def _row(holding: list[Hit], **of: str) -> dict[str, object]:
    """A round or an interview as data, with what it holds; what it has not is null."""
    notes = [{"at_s": None if h.at_s is None else round(h.at_s, 1), "in": h.where, "text": h.text} for h in holding]
    return {**dict.fromkeys(("session", "scenario", "interview")), **of, "notes": notes}


def _page(home: Home, rounds: list[tuple[Session, list[Hit]]], told: list[tuple[Debrief, list[Hit]]]) -> list[Block]:
    ids, shown = home.sessions.ids(), list[Block]()
    for session, holding in rounds:
        name = short_name(session.id, ids)
        shown += [Rule(f"{day(session.started_at, None)} · {session.plan.scenario}", name), _lines(holding), Gap()]
    for debrief, holding in told:
        shown += [Rule(f"{debrief.day} · interview"), _lines(holding), Gap()]
    found = [f"{counted(sum(len(holding) for _, holding in (*rounds, *told)), 'line')} found."]
    if rounds:
        found.append(f"`coach show {short_name(rounds[0][0].id, ids)}` shows the newest round of them.")
    if told:
        found.append("`coach debrief --json` has the interviews whole.")
    return [*shown, Text(" ".join(found))]


def _lines(holding: list[Hit]) -> Pairs:
    return Pairs([(hit.where if hit.at_s is None else f"{clock(hit.at_s)} {hit.where}", hit.text) for hit in holding])
