"""Which round to do next: one on the weakest dimension, on a question not tried yet, or once more."""

from collections.abc import Container, Mapping

from coach.interview.brief import Brief
from coach.interview.gaps import Gap
from coach.interview.questions import Question, full, latest, not_tried, skills_told
from coach.language.stamps import unstamp
from coach.recall.day import day_of
from coach.screens.quiz_words import counted
from coach.screens.situation import Situation, Step
from coach.screens.todays_part import drill_step

_NONE = Step(
    "new", "no question is here", "No question is here yet. Write one.",
    "The file that it makes explains every field.", "coach new my-question",
)  # fmt: skip


def with_round(now: Situation, cards: list[Step]) -> list[Step]:
    """The cards and a round to do: one that trains the weakest dimension, else one not tried yet, else the step to
    redo, else the one done longest ago.

    Who has done no whole question yet does one before any new cards; a taste alone is also too little to call a
    dimension weak.
    """
    questions = full(now.questions)
    if not questions:
        return [*cards, _NONE]
    tried = latest(questions, now.rounds)
    fresh = not_tried(questions, tried, now.weak)
    tastes = {name for question in now.questions if question not in questions for name in question.names}
    if fresh is None:
        return [*cards, drill_step(now.redo) if now.redo else _again(now, tried)]
    if now.weak.dimensions and any(known.graded and known.scenario not in tastes for known in now.rounds):
        return [*cards, _weakest(now, now.weak.dimensions[0], fresh)]
    if tried:
        step = _not_tried(fresh, {s for q in questions if q.id in tried for s in q.touches})
    else:
        step = _first(fresh, now.minutes(fresh.format))
    only_new = now.cards is not None and not now.cards.repeats and not now.cards.due
    return [step, *cards] if not tried and only_new else [*cards, step]


def _weakest(now: Situation, gap: Gap, fresh: Question) -> Step:
    told = gap.told(day_of(unstamp(gap.started), now.begins, None) if gap.started else None)
    often = f"{gap.rounds} of the last {gap.asked} rounds" if gap.asked > 1 else gap.scenario
    row = f"{gap.short}, missed in {often}"
    if gap.stuck:
        row = f"{gap.short}, stuck in the interview of {gap.stuck:%-d %b}"
    what = f"Work on your weakest dimension with a question you have not done: {fresh.id}."
    return Step("weakest", row, what, f"{told}. Its curveballs lean to that.", f"coach practice {fresh.id}")


def _first(fresh: Question, minutes: int | None) -> Step:
    """A first whole question, with the minutes to keep free for it where they can be told."""
    what = f"Practise a first question: {fresh.id}."
    long = counted(minutes, "minute") if minutes else "A full round"
    why = f"{long} against the clock; ctrl-c pauses it and saves."
    return Step("new", ", ".join([fresh.id, *([long] if minutes else [])]), what, why, f"coach practice {fresh.id}")


def _not_tried(fresh: Question, known: Container[str]) -> Step:
    command = f"coach practice {fresh.id}"
    new = [skill for skill in fresh.skills if skill not in known]
    why = f"New in it: {skills_told(new[:3])}." if new else "Another business brings other reasons."
    return Step("new", f"{fresh.id}, not done yet", f"Practise a question you have not done: {fresh.id}.", why, command)


def _again(now: Situation, tried: Mapping[str, Brief]) -> Step:
    scenario, known = min(tried.items(), key=lambda entry: entry[1].session)
    day = now.day(known.started)
    what = f"Practise the question done longest ago again: {scenario}, {day}."
    why = f"You have done all {len(tried)}. One step alone: `coach practice {scenario} --phase deep-dive`."
    return Step("again", f"{scenario}, last {day}", what, why, f"coach practice {scenario}")
