"""What to do next, the most pressing first: each thing in words, why, and the command for it."""

from datetime import timedelta

from coach.interview.clock import clock
from coach.screens.next_round import with_round
from coach.screens.quiz_words import counted
from coach.screens.situation import Cards, Situation, Step
from coach.screens.todays_part import as_planned, todays_part

MOST_OF_A_KIND = 2
"""Rounds to grade that are named, and paused ones."""


def next_steps(now: Situation) -> list[Step]:
    """What to do, the most pressing first: what waits, then today's part of the plan, or without one cards and a round;
    the day before the interview and on it little else than to be calm."""
    if now.days_left == 0:
        page = _page(now, "The interview is today. Read the page just before the call.")
        return [page, *_begun(now), *(step._replace(label="after it") for step in _debrief(now))]
    if now.days_left == 1:
        return _eve(now)
    cards = [_cards(now.cards)] if now.cards and now.cards.told else []
    waiting = [*_debrief(now), *_to_grade(now), *_paused(now)]
    waiting = [*_begun(now), *waiting] if now.untold else [*waiting, *_begun(now)]
    return todays_part(now, waiting, cards) if now.plan else [*waiting, *with_round(now, cards)]


def _debrief(now: Situation) -> list[Step]:
    """To tell of the interview that is over, unless that was begun."""
    if not now.untold or now.interview is None or now.begun:
        return []
    day = "yesterday" if now.today - now.interview == timedelta(days=1) else f"on {now.interview:%-d %B}"
    return [
        Step(
            "debrief",
            "what was asked, in ten minutes" if now.days_left == 0 else f"the interview {day}",
            f"The interview was {day}. Write down what was asked.",
            "Five questions, ten minutes, while you still know them.",
            "coach debrief",
        )
    ]


def _begun(now: Situation) -> list[Step]:
    """To go on with a debrief that is not finished."""
    if now.begun is None:
        return []
    what = f"Go on with your debrief of the interview of {now.begun:%-d %B}."
    why = "What you told so far is kept; it asks the questions that are left."
    return [Step("go on", f"your debrief of {now.begun:%-d %b}", what, why, "coach debrief")]


def _eve(now: Situation) -> list[Step]:
    """What is known once more, then the page; no round is offered, as a bad one would be the last thing before it."""
    steps = []
    if now.cards and now.cards.known:
        cards = counted(now.cards.known, "card")
        steps.append(
            Step(
                "known",
                f"{cards} you know",
                f"The interview is tomorrow. Go through {cards} you know.",
                "It warms up what is there; nothing new would stay until then.",
                "coach quiz --known",
            )
        )
    page = _page(now, "The interview is tomorrow. Read the page once.")
    due = [_cards(now.cards._replace(new=0))] if now.cards and (now.cards.repeats or now.cards.due) else []
    due = as_planned(due, now.plan) if now.plan else due
    steps += [page if steps or due else page._replace(why=f"{page.why} That is all for today."), *due]
    return [*steps, *(step._replace(label="later") for step in [*_to_grade(now)[:1], *_begun(now)])]


def _page(now: Situation, what: str) -> Step:
    """The page, with the person's own gaps where one is known."""
    own = now.weak.dimensions
    why = f"It takes ninety seconds: how to open, what to ask, {'your own gaps, ' if own else ''}how to close."
    return Step("page", "what to say and ask, on one page", what, why, f"coach checklist{' --mine' if own else ''}")


def _to_grade(now: Situation) -> list[Step]:
    steps = []
    for known in (waiting := [known for known in now.rounds if known.ungraded])[:MOST_OF_A_KIND]:
        day, notes = now.day(known.ended or known.started), counted(known.notes, "note")
        whose = f"your round of {day}" if day[0].isdigit() else f"{day}'s round"
        steps.append(
            Step(
                "grade",
                f"{known.scenario}, {day}, {notes}",
                f"Grade {whose} on {known.scenario}, {notes}.",
                "A few minutes; what was missed comes back as cards.",
                f"coach grade {now.name(known.session)}",
            )
        )
    return _and_more(steps, len(waiting))


def _paused(now: Situation) -> list[Step]:
    steps = []
    for known in (waiting := [known for known in now.rounds if known.open])[:MOST_OF_A_KIND]:
        at = f"at {clock(known.used)} in {known.step.lower()}"
        if pid := now.open_in(known.session):
            where = f"in another terminal (pid {pid})"
            steps.append(
                Step(
                    "open",
                    f"{known.scenario}, {where}",
                    f"Your round on {known.scenario} is open {where}, {at}.",
                    "Go on there; ctrl-c pauses it there and saves.",
                )
            )
        else:
            steps.append(
                Step(
                    "go on",
                    f"{known.scenario}, at {clock(known.used)}",
                    f"Go on with {known.scenario}, paused {at}.",
                    "Clock, notes and the half-typed line are as you left them.",
                    f"coach resume {now.name(known.session)}",
                )
            )
    return _and_more(steps, len(waiting))


def _and_more(steps: list[Step], of: int) -> list[Step]:
    """The steps, the last with a word on how many there are beside them."""
    if of > len(steps):
        steps[-1] = steps[-1]._replace(more=f"{of - len(steps):,} more: `coach history`")
    return steps


def _cards(cards: Cards) -> Step:
    why = "Due ones are the ones you are about to forget." if cards.due or cards.repeats else "A few a day is enough."
    told = f"{cards.told}, {cards.minutes}"
    return Step("cards", told, f"Go through the cards of today: {told}.", why, "coach quiz")
