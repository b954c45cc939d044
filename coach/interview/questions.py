"""Which question comes next."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from coach.content.aspects import SKILL, Aspect
from coach.content.terms import TASTE
from coach.interview.brief import Brief
from coach.interview.gaps import Weaknesses
from coach.interview.status import ABANDONED

FIRST = "rag-support"
"""The question to begin with, where it is there: every engineer knows a help centre, so nothing has to be learnt about
the business before the design."""


class Question(NamedTuple):
    """A question as far as choosing it goes; `was` are its former ids, `shares` say how much of it each thing is that
    a person can be weak in."""

    id: str
    title: str
    skills: Sequence[str] = ()
    format: str = ""
    was: Sequence[str] = ()
    shares: Mapping[Aspect, float] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Its id and its former ones."""
        return (self.id, *self.was)

    @property
    def touches(self) -> set[str]:
        """The skills that a round on it shows: those it is about, and those of single points."""
        return {*self.skills, *(name for kind, name in self.shares if kind == SKILL)}

    @staticmethod
    def of(row: Mapping[str, Any]) -> "Question":
        """The question of a row of the catalogue."""
        return Question(row["id"], row["title"], row["skills"], row["format"], row["was"], _shares(row))


def _shares(row: Mapping[str, Any]) -> dict[Aspect, float]:
    return {(kind, name): share for kind, name, share in row["shares"]}


def taste(questions: Iterable[Question]) -> Question | None:
    """The question made for a first taste; None where there is none."""
    return next((question for question in questions if question.format == TASTE), None)


def full(questions: Iterable[Question]) -> list[Question]:
    """The questions that make a full round."""
    return [question for question in questions if question.format != TASTE]


def latest(questions: Iterable[Question], rounds: Iterable[Brief]) -> dict[str, Brief]:
    """The last round on each question that was tried, by the id the question has now; rounds come newest first, and one
    that was given up is none."""
    last: dict[str, Brief] = {}
    for known in (known for known in rounds if known.status != ABANDONED):
        last.setdefault(known.scenario, known)
    tried = {}
    for question in questions:
        if on_it := [last[name] for name in question.names if name in last]:
            tried[question.id] = max(on_it, key=lambda known: known.session)
    return tried


def not_tried(questions: Sequence[Question], tried: Container[str], weak: Weaknesses) -> Question | None:
    """The best of the questions that were not tried; None where all were tried."""
    return next(iter(fresh(questions, tried, weak)), None)


def in_order(questions: Sequence[Question], tried: Mapping[str, Brief], weak: Weaknesses) -> list[Question]:
    """Those to choose from, the best first: those never tried, then the ones tried longest ago."""
    old = sorted((q for q in questions if q.id in tried), key=lambda question: tried[question.id].session)
    return [*fresh(questions, tried, weak), *old]


def fresh(questions: Sequence[Question], tried: Container[str], weak: Weaknesses) -> list[Question]:
    """Those that were not tried, the one first that trains most of the weak skills, as can be said of it without giving
    it away; then the one that is most about the other weak things; of those that are about as much the one that shares
    the fewest skills with those that were tried, so that each round shows something new; at the very first a plain one.
    What is made for a format of its own comes after whole rounds.
    """
    found = [question for question in questions if question.id not in tried]
    known = {skill for question in questions if question.id in tried for skill in question.skills}
    begins = len(found) == len(questions)
    return sorted(
        found,
        key=lambda q: (
            bool(q.format), begins and q.id != FIRST, -len(weak.trained_by(q.skills)),
            -round(weak.pull(q.shares), 1), len(known.intersection(q.skills))
        ),
    )  # fmt: skip


def skills_told(skills: Iterable[str]) -> str:
    """Skills as a line has them."""
    return ", ".join(skill.replace("-", " ") for skill in skills)
