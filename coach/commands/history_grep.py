"""`coach history --grep`: finds what the person once wrote."""

import json

from coach.commands import world
from coach.errors import CoachError, UsageError
from coach.interview.clock import clock, day
from coach.interview.search import Hit, hits
from coach.interview.session import Session
from coach.record.home import Home
from coach.record.sessions import short_name
from coach.screens.past import load
from coach.screens.quiz_words import counted
from coach.screens.ui import Block, Gap, Pairs, Rule, Text


def search(home: Home, words: str, problems: list[CoachError], *, as_json: bool) -> None:
    """Prints the notes that hold some words, the newest round first. What cannot be read goes to `problems`.

    Raises UsageError when there is nothing to look for.
    """
    wanted = words.strip()
    if not wanted:
        raise UsageError("There is nothing to look for.", 'For example: coach history --grep "freshness"')
    found = [(session, holding) for session in _opened(home, wanted, problems) if (holding := hits(session, wanted))]
    if as_json:
        print(json.dumps([_row(*entry) for entry in found], indent=2))
    else:
        world.printer().show(*_page(home, wanted, found))


def _opened(home: Home, words: str, problems: list[CoachError]) -> list[Session]:
    sessions = []
    for name in reversed(home.sessions.holding(words)):
        try:
            sessions.append(load(home, name))
        except CoachError as error:
            problems.append(error)
    return sessions


def _row(session: Session, holding: list[Hit]) -> dict[str, object]:
    notes = [{"at_s": None if h.at_s is None else round(h.at_s, 1), "in": h.where, "text": h.text} for h in holding]
    return {"session": session.id, "scenario": session.plan.scenario, "notes": notes}


def _page(home: Home, words: str, found: list[tuple[Session, list[Hit]]]) -> list[Block]:
    if not found:
        return [Text(f"No note of yours holds “{words}”. `coach history` lists the rounds.")]
    ids, shown = home.sessions.ids(), list[Block]()
    for session, holding in found:
        name = short_name(session.id, ids)
        shown.append(Rule(f"{day(session.started_at, None)} · {session.plan.scenario}", name))
        shown.append(Pairs([(_when(hit), hit.text) for hit in holding]))
        shown.append(Gap())
    lines, rounds = sum(len(holding) for _, holding in found), len(found)
    told = f"{counted(lines, 'line')} in {counted(rounds, 'round')}."
    return [*shown, Text(f"{told} `coach show {short_name(found[0][0].id, ids)}` shows the newest of them.")]


def _when(hit: Hit) -> str:
    return hit.where if hit.at_s is None else f"{clock(hit.at_s)} {hit.where}"
