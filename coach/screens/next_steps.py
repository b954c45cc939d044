"""What to do next, the most pressing first: each thing in words, why, and the command for it."""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from coach.interview.brief import Brief
from coach.interview.clock import clock
from coach.interview.gaps import Gap, gaps
from coach.interview.questions import Question, full, latest, not_tried
from coach.language.stamps import unstamp
from coach.recall.day import day_of
from coach.screens.quiz_words import counted
from coach.screens.situation import Cards, Situation

_MOST_OF_A_KIND = 2
"""Rounds to grade that are named, and paused ones."""
_ONE_LINE = 46
"""Characters of a row that fit beside its label in 60 columns."""


class Step(NamedTuple):
    """One thing to do: a label, and what it is in a few words for a list; as the first thing a sentence and why.

    Without a command there is nothing to type here. `more` are words that follow the command in a list.
    """

    label: str
    row: str
    what: str
    why: str
    command: str = ""
    more: str = ""

    @property
    def listed(self) -> tuple[str, str]:
        """The step as a row of a list; a command that would be parted in a narrow window has a line of its own."""
        command = ". ".join(filter(None, (f"`{self.command}`" if self.command else "", self.more)))
        if not command:
            return self.label, self.row
        short = len(self.row) + len(command) <= _ONE_LINE
        return self.label, f"{self.row}. {command}" if short else f"{self.row}\n{command}"


def next_steps(now: Situation) -> list[Step]:
    """What to do, the most pressing first; the day before the interview and on it little else than to be calm."""
    if now.days_left == 0:
        return [_page("The interview is today. Read the page just before the call.")]
    if now.days_left == 1:
        return _eve(now)
    cards = [_cards(now.cards)] if now.cards and now.cards.told else []
    return [*_to_grade(now), *_paused(now), *_with_round(now, cards)]


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
    steps.append(_page("The interview is tomorrow. Read the page once."))
    if now.cards and (now.cards.repeats or now.cards.due):
        steps.append(_cards(now.cards._replace(new=0)))
    return [*steps, *(step._replace(label="later") for step in _to_grade(now)[:1])]


def _page(what: str) -> Step:
    why = "It takes ninety seconds: how to open, what to ask, how to close."
    return Step("page", "what to say and ask, on one page", what, why, "coach checklist")


def _to_grade(now: Situation) -> list[Step]:
    steps = []
    for known in (waiting := [known for known in now.rounds if known.ungraded])[:_MOST_OF_A_KIND]:
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
    for known in (waiting := [known for known in now.rounds if known.open])[:_MOST_OF_A_KIND]:
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


def _with_round(now: Situation, cards: list[Step]) -> list[Step]:
    """The cards and a round to do: one that trains the weakest dimension, else one not tried yet, else the one done
    longest ago.

    Who has done no whole question yet does one before any new cards; a taste alone is also too little to call a
    dimension weak.
    """
    questions = full(now.questions)
    if not questions:
        return [*cards, _NONE]
    tried = latest(questions, now.rounds)
    fresh = not_tried(questions, tried)
    tastes = {name for question in now.questions if question not in questions for name in question.names}
    if any(known.graded and known.scenario not in tastes for known in now.rounds) and (found := gaps(now.rounds)):
        return [*cards, _weakest(now, found[0], questions, tried, fresh)]
    if fresh is None:
        return [*cards, _again(now, tried)]
    step = _not_tried(fresh, {s for q in questions if q.id in tried for s in q.skills}, first=not tried)
    only_new = now.cards is not None and not now.cards.repeats and not now.cards.due
    return [step, *cards] if not tried and only_new else [*cards, step]


_NONE = Step(
    "new", "no question is here", "No question is here yet. Write one.",
    "The file that it makes explains every field.", "coach new my-question",
)  # fmt: skip


def _weakest(
    now: Situation, gap: Gap, questions: Sequence[Question], tried: Mapping[str, Brief], fresh: Question | None
) -> Step:
    told = gap.told(day_of(unstamp(gap.started), now.begins, None))
    row = f"{gap.short}, missed in {gap.rounds} of {counted(gap.asked, 'round')}"
    if fresh:
        what = f"Work on your weakest dimension with a question you have not done: {fresh.id}."
        return Step("weakest", row, what, f"{told}. Its surprises lean to that.", f"coach practice {fresh.id}")
    there = next((question.id for question in questions if gap.scenario in question.names), "")
    scenario = there or min(tried, key=lambda name: tried[name].session)
    what = f"Work on your weakest dimension: one step of {scenario} again."
    phase = f" --phase {gap.phase}" if gap.phase else ""
    return Step("weakest", row, what, f"{told}.", f"coach practice {scenario}{phase}")


def _not_tried(fresh: Question, known: Container[str], *, first: bool) -> Step:
    command = f"coach practice {fresh.id}"
    if first:
        what = f"Practise a first question: {fresh.id}."
        return Step("new", fresh.id, what, "A full round against the clock; ctrl-c pauses it and saves.", command)
    new = [skill.replace("-", " ") for skill in fresh.skills if skill not in known]
    why = f"New in it: {', '.join(new[:3])}." if new else "Another business brings other reasons."
    return Step("new", f"{fresh.id}, not done yet", f"Practise a question you have not done: {fresh.id}.", why, command)


def _again(now: Situation, tried: Mapping[str, Brief]) -> Step:
    scenario, known = min(tried.items(), key=lambda entry: entry[1].session)
    day = now.day(known.started)
    what = f"Practise the question done longest ago again: {scenario}, {day}."
    why = f"You have done all {len(tried)}. One step alone: `coach practice {scenario} --phase deep-dive`."
    return Step("again", f"{scenario}, last {day}", what, why, f"coach practice {scenario}")
