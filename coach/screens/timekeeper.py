"""What the clock of a drill has to say: the time beside the prompt, the bar below it, and what a second brings."""

from collections.abc import Callable, Mapping

from coach.interview.clock import clock
from coach.interview.session import ALIVE, Session
from coach.screens.app import App
from coach.screens.ui import Bar, Text, Tick

WARN_AT = 0.2
"""The share of a step's time that is left when the bar turns yellow."""
SHORTEST_HALF = 60.0
"""Seconds of half a step's time from which on half-time is worth a line."""
GRACE = 60.0
"""Seconds that a strict round waits for the last sentence."""
KEYS = ("/next", "/sheet", "/help", "^C pause", "/undo", "/check")
"""What the bar offers, the most useful first; a narrow window shows fewer."""


class Timekeeper:
    """The clock of one sitting. `record` writes a sign of life to the journal."""

    def __init__(self, app: App, session: Session, record: Callable[[str], None], commands: Mapping[str, str]) -> None:
        self._app = app
        self._session = session
        self._record = record
        self._keys = [key for key in KEYS if key[1:] in commands or key.startswith("^")]
        self._before: tuple[int, float] | None = None
        self._until: float | None = None

    def grace(self) -> None:
        """Time for one last sentence, also where a strict last step is over."""
        self._until = self._session.clock(self._app.now()) + GRACE

    def clock(self) -> str:
        """The drill's own time, pauses left out."""
        return clock(self._session.clock(self._app.now()))

    def over(self) -> bool:
        """Whether a strict step's time is up."""
        session, now = self._session, self._app.now()
        if self._until is not None:
            return session.plan.strict and session.clock(now) >= self._until
        return session.plan.strict and session.left_in(session.step, now) <= 0

    def bar(self) -> Bar:
        """The bar as it is now."""
        session, now = self._session, self._app.now()
        setup, step = session.plan, session.plan.steps[session.step]
        total = clock(session.clock(now))
        if setup.untimed:
            here = clock(session.used_in(session.step, now))
            return Bar(step.title, None, f"{here} here", total, "", self._keys)
        left = session.left_in(session.step, now)
        total = f"{total} of {clock(setup.seconds)}"
        if left <= 0:
            return Bar(step.title, 1.0, f"{clock(-left)} over", total, "over", self._keys)
        low = left <= step.seconds * WARN_AT
        return Bar(step.title, 1 - left / step.seconds, f"{clock(left)} left", total, "warn" if low else "", self._keys)

    def tick(self, typed: str) -> Tick:
        """What a second brings, with what is half-typed: a sign of life in the journal, half-time for those who see
        no bar, the bell at zero, and the end of a strict step once nothing is half-typed."""
        session, now = self._session, self._app.now()
        since = (now - session.last_at).total_seconds() if session.last_at else 0.0
        if not 0 <= since < ALIVE:
            self._record("alive")
        setup, step = session.plan, session.step
        if setup.untimed:
            return Tick()
        left, known = session.left_in(step, now), self._before
        before = known[1] if known is not None and known[0] == step else None
        self._before = (step, left)
        ran_out = before is not None and before > 0 >= left
        if self.over() and not typed:
            return Tick(self._times_up() if ran_out else (), bell=ran_out, leave=True)
        if before is None:
            return Tick()
        if ran_out:
            return Tick(self._times_up(), bell=True)
        return Tick(self._announced(before, left)) if self._app.ui.plain else Tick()

    def while_editing(self) -> None:
        """A second in the person's editor: the clock runs on, what it has to say can wait."""
        self.tick("editing")

    def _announced(self, before: float, left: float) -> list[Text]:
        step = self._session.plan.steps[self._session.step]
        half = step.seconds / 2
        for mark, words in ((half, "Half-time"), (120.0, "Two minutes left")):
            if before > mark >= left and mark <= half and half >= SHORTEST_HALF:
                return [Text(f"{words} in {step.title}.", "dim")]
        return []

    def _times_up(self) -> list[Text]:
        setup = self._session.plan
        step = setup.steps[self._session.step]
        more = "" if setup.strict else " Finish the thought; /next goes on."
        return [Text(f"Time is up for {step.title} ({clock(step.seconds)}).{more}", "warn")]
