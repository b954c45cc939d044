"""The one way anything comes to be in a round: an event is written to the journal, then taken into the session."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from coach.interview.folding import apply
from coach.interview.session import Session
from coach.record.sessions import OpenSession


class Recorder:
    """The journal and the state of one open session."""

    def __init__(self, now: Callable[[], datetime], opened: OpenSession, session: Session) -> None:
        self._now = now
        self._opened = opened
        self._session = session

    def __call__(self, kind: str, data: Mapping[str, Any] | None = None) -> None:
        """Writes one event and takes it in."""
        apply(self._session, self._opened.append(self._now(), kind, data or {}))
