"""The interviewer at the table: what is said becomes an event and is shown."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from coach.interview.answering import Answering
from coach.interview.entries import ANSWER, Note
from coach.interview.followups import FollowUps
from coach.interview.manner import NOTHING_TO_TAKE_BACK
from coach.interview.reader import Reader
from coach.interview.remarks import Remark, Said
from coach.interview.session import Session
from coach.screens.app import App
from coach.screens.ui import Block, Pairs, Text

TAKE_BACK = "!"
"""The key that takes the last answer back."""
_ONE_LINE = 56


class Conversation:
    """The interviewer of one sitting. `record` writes an event to the journal and takes it into the session."""

    def __init__(
        self, app: App, session: Session, reader: Reader, record: Callable[[str, Mapping[str, Any]], None]
    ) -> None:
        self._app = app
        self._session = session
        self._record = record
        self._answering = Answering(reader.scenario, reader.glossary)
        self._followups = FollowUps(reader)
        self._last_key = app.now()

    def touched(self) -> None:
        """A key was pressed: nobody is interrupted for a while."""
        self._last_key = self._app.now()

    # moments

    def step_began(self) -> None:
        """The question at the start of the deep dive."""
        self._say(self._followups.opening(self._session))

    def heard(self, note: Note) -> None:
        """Replies to a note that asks; to any other what is due now, if anything is."""
        if self._answering.asks(self._session, note.text):
            self._say(*self._answering.replies(self._session, note))
        else:
            self._say(self._followups.after_note(self._session, *self._times()))

    def silence(self, typed: str) -> list[Block]:
        """A second went by: what the interviewer says into a long silence, as blocks, for a person whose typing can be
        seen; never into a half-typed line."""
        now: datetime = self._app.now()
        quiet = (now - self._last_key).total_seconds()
        if typed or self._app.ui.plain:
            return []
        remark = self._followups.after_silence(self._session, *self._times(), quiet)
        return self._said(remark) if remark else []

    def floor(self) -> None:
        """An empty line: the floor is the interviewer's."""
        self._record("floor", {})
        remark = self._followups.on_floor(self._session, self._times()[0])
        self._say(remark)
        if remark is None:
            self._app.ui.show(Text("The interviewer waits for you. Enter again asks on, /next goes on.", "dim"))

    def closing(self) -> bool:
        """Asks for a last sentence; False when that was asked before."""
        plan = self._session.plan
        used = self._session.clock(self._app.now())
        remark = self._followups.closing(self._session, over=not plan.untimed and used >= plan.seconds)
        self._say(remark)
        return remark is not None

    # answers

    def keys(self) -> dict[str, str]:
        """The keys that mean something to the interviewer now, and what."""
        return {TAKE_BACK: "not what I asked"} if self._last_answers() else {}

    def take_back(self, line: str) -> bool:
        """Takes the last answer back where the line is the key for it; False for any other line."""
        if line.strip() not in self.keys():
            return False
        for fact in self._last_answers():
            self._record("untold", {"fact": fact})
        self._app.ui.show(Text("Taken back: it counts as not told. Ask again in other words.", "dim"))
        return True

    def _last_answers(self) -> list[str]:
        """The facts of the answers that nothing came after."""
        said = self._session.said
        newest = max((note.id for note in self._session.live_notes), default=0)
        if not said or said[-1].note < newest:
            return []
        return [
            entry.id for entry in said if entry.note == said[-1].note and entry.what == ANSWER and not entry.taken_back
        ]

    def pick(self, line: str) -> bool:
        """Answers with the topic whose number was typed; False when none is on offer, or for any other line."""
        remark = self._answering.picked(self._session, line.strip())
        self._say(remark)
        return remark is not None

    def astray(self, line: str) -> str:
        """Why a lone key means nothing here; empty for any other line, which is a note."""
        if line.strip() == TAKE_BACK:
            return NOTHING_TO_TAKE_BACK
        return self._answering.astray(self._session, line.strip())

    # saying

    def _times(self) -> tuple[float, float]:
        now = self._app.now()
        return self._session.used_in(self._session.step, now), self._session.clock(now)

    def _say(self, *remarks: Remark | None) -> None:
        blocks = self._said(*(remark for remark in remarks if remark))
        self._app.ui.show(*blocks)

    def _said(self, *remarks: Remark) -> list[Block]:
        """Records what is said and returns it as blocks."""
        rows: list[tuple[str, str]] = []
        for remark in remarks:
            self._record("interviewer", remark.data())
            rows.append(("" if rows else "Interviewer", remark.text))
            rows += [("", offer) for offer in self._offers(self._session.said[-1])]
        return [Pairs(rows, "accent")] if rows else []

    def _offers(self, said: Said) -> list[str]:
        """The topics with their keys: in one line where that is short, else one a line."""
        topics = [f"{n} {topic}" for n, topic in enumerate(self._answering.topics(said), start=1)]
        if not topics:
            return []
        line = "   ".join([*topics, "or say it again"])
        return [line] if len(line) <= _ONE_LINE else [*topics, "or say it again"]
