"""What a plan puts where there is time for a drill: a question not done yet, a mock, a step again."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from coach.interview.brief import Brief
from coach.interview.gaps import LOOK_BACK, Weaknesses
from coach.interview.questions import Question, fresh, full, latest, skills_told
from coach.interview.study_ground import Ground, is_something, with_grading
from coach.interview.study_items import A_STEP, MOCK, ROUND, STEP, Item

_ROUNDS_TO_A_STEP = 2
"""Whole rounds after which a step is redone."""
_WEEK = 7
_LAST_MOCK = range(2, 5)
"""Days before the interview in which the last mock is done: late enough to be like it, early enough to learn from."""
_AFTER_MOCK = 3
"""Days after another mock in which that one may come: one of the person's own does not take its place."""
_MOCK_BEFORE = _LAST_MOCK[0] + _WEEK + 1
"""Days before the interview up to which a mock leaves the room for that one."""
_NAMED = 3
_PLANNED = "~"
"""What the place of a planned round begins with: behind every session, which begins with its year."""


class Slots:
    """Fills one place for a drill after the other. What was filled counts as done for the places behind it."""

    def __init__(self, ground: Ground, rounds: Sequence[Brief], weak: Weaknesses) -> None:
        """`rounds` are what stands, newest first."""
        self._ground = ground
        self._weak = weak
        self._questions = _readable(ground)
        tried = latest(self._questions, [known for known in rounds if known.open or is_something(known)])
        self._last = {name: known.session for name, known in tried.items()}
        self._days = {name: ground.day(known.started) for name, known in tried.items()}
        done = [known for known in rounds if ground.is_whole(known)]
        self.any_whole = bool(done)
        self._since_step = _since_step(ground, rounds)
        self._since_mock = sum(1 for _ in takewhile(lambda known: not known.mock, done))
        self._mock = max((ground.day(known.started) for known in done if known.mock), default=None)
        self.redo = _redo(ground, self._questions, rounds)
        self._ahead = 0
        """Whole rounds filled in: a step behind them is one of what will be missed in them."""

    def next(self, day: date) -> Item | None:
        """What comes into the next place on a day; None where there is no question."""
        mock = self._is_for_mock(day)
        if not mock and self._since_step >= _ROUNDS_TO_A_STEP:
            if self._ahead:
                minutes = with_grading(A_STEP)
                return Item(STEP, minutes, why="a step again, of what you miss by then")
            if self.redo:
                return self.redo
        found = fresh(self._questions, self._last, self._weak)
        old = sorted((q for q in self._questions if q.id in self._last), key=lambda q: self._last[q.id])
        if not (question := next(iter([*found, *old]), None)):
            return None
        minutes = with_grading(self._ground.minutes(question.format) or self._ground.usual)
        command = f"coach practice {question.id}{' --mock' if mock else ''}"
        why = self._why(question)
        why = f"your mock of the week{f'; {why}' if why.startswith('trains') else ''}" if mock else why
        return Item(MOCK if mock else ROUND, minutes, command, why, question.id)

    def take(self, item: Item, day: date) -> None:
        """Fills the next place with an item."""
        if item.kind == STEP:
            self._since_step = 0
            return
        self._ahead += 1
        self._since_step += 1
        self.any_whole = True
        self._last[item.scenario] = f"{_PLANNED}{self._ahead:04}"
        self._since_mock += 1
        if item.kind == MOCK:
            self._mock, self._since_mock = day, 0

    def _is_for_mock(self, day: date) -> bool:
        """Whether the place of a day is for the mock of the week. It is never the first round of all, and another round
        comes between two of them, but before the last days."""
        left = self._ground.days_left(day)
        since = (day - self._mock).days if self._mock else _WEEK
        if not self.any_whole:
            return False
        if left in _LAST_MOCK:
            return since >= _AFTER_MOCK
        return since >= _WEEK and self._since_mock > 0 and (left is None or left >= _MOCK_BEFORE)

    def must(self, item: Item, day: date) -> bool:
        """Whether a drill cannot wait for its minutes: the last mock on the last day for it."""
        return item.kind == MOCK and self._ground.days_left(day) == _LAST_MOCK[0]

    def may(self, item: Item, day: date, credit: float) -> bool:
        """Whether a drill leaves the minutes for the last mock; `credit` is what there is before it."""
        left = self._ground.days_left(day)
        if left is None or left <= _LAST_MOCK[-1] or not self.any_whole:
            return True
        until = (day + timedelta(days=ahead) for ahead in range(1, left - _LAST_MOCK[0] + 1))
        earned = sum(self._ground.a_day - self._ground.cards_of(on) for on in until)
        return credit - item.minutes + earned >= self._ground.usual / 2

    def _why(self, question: Question) -> str:
        if trained := self._weak.trained_by(question.skills):
            return f"trains {skills_told(trained[:_NAMED])}"
        if question.id in self._last:
            planned = self._last[question.id].startswith(_PLANNED)
            return "once more" if planned else f"done longest ago, on {self._days[question.id]:%-d %b}"
        if not self._last:
            return "a first question"
        seen = {skill for one in self._questions if one.id in self._last for skill in one.touches}
        new = [skill for skill in question.skills if skill not in seen]
        return f"new: {skills_told(new[:_NAMED])}" if new else "known skills, another business"


def step_to_redo(ground: Ground) -> Item | None:
    """The step that is to be redone next; None where nothing was missed that was not done again since."""
    return _redo(ground, _readable(ground), ground.rounds)


def _readable(ground: Ground) -> list[Question]:
    """The whole questions; one of a format that cannot be read is left out."""
    return [q for q in full(ground.questions) if not q.format or ground.minutes(q.format)]


def _redo(ground: Ground, questions: Sequence[Question], rounds: Sequence[Brief]) -> Item | None:
    """The step in which most weight was missed in the last graded rounds, unless it was done again since; of the rounds
    on a question it is the newest one that counts."""
    ids = {name: question.id for question in questions for name in question.names}
    best: tuple[float, Brief, str] | None = None
    for known in islice(_newest(ground, rounds, ids), LOOK_BACK):
        again = {phase for step in _steps_since(ground, rounds, known, ids) for phase in step.phases}
        lost = {phase: weight for phase, weight in known.lost.items() if phase not in again}
        phase = max(lost, key=lambda name: lost[name], default="")
        if phase and lost[phase] > (best[0] if best else 0):
            best = lost[phase], known, phase
    if best is None:
        return None
    _, known, phase = best
    number = sum(point.phase == phase for point in known.missed)
    steps = [step for step in known.spent if phase in step.phases]
    planned = sum(step.planned or 0 for step in steps) / 60
    points = f"{number} {'point' if number == 1 else 'points'} missed"
    return Item(
        STEP, with_grading(planned or A_STEP),
        f"coach practice --phase {phase} --from {ground.name(known.session)}",
        f"{points} in it on {ground.day(known.started):%-d %b}", ids[known.scenario], phase, known.session,
        title=steps[0].title if steps else "",
    )  # fmt: skip


def _newest(ground: Ground, rounds: Sequence[Brief], ids: Mapping[str, str]) -> Iterator[Brief]:
    """The newest graded whole round on each question, whatever that was called then."""
    seen: set[str] = set()
    for known in rounds:
        question = ids.get(known.scenario)
        if question and question not in seen and known.graded and ground.is_whole(known):
            seen.add(question)
            yield known


def _since_step(ground: Ground, rounds: Sequence[Brief]) -> int:
    """Whole rounds that were done since a step was done alone."""
    number = 0
    for known in rounds:
        if ground.is_step_done(known):
            break
        number += ground.is_whole(known)
    return number


def _steps_since(ground: Ground, rounds: Sequence[Brief], base: Brief, ids: Mapping[str, str]) -> Iterator[Brief]:
    """The steps of a question that were done alone after a round on it."""
    on = ids[base.scenario]
    for known in takewhile(lambda known: known.session > base.session, rounds):
        if ids.get(known.scenario) == on and ground.is_step_done(known):
            yield known
