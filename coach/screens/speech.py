"""A transcript of what was said, made by any speech tool, added to a round that is over."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.content.digest import digest_of
from coach.errors import CoachError
from coach.interview.clock import clock
from coach.interview.session import Session
from coach.interview.status import GRADED
from coach.interview.timeline import Timeline
from coach.language.cues import CuesError, Sentence, read_cues, sentences
from coach.record.sessions import OpenSession
from coach.screens.app import App
from coach.screens.recorder import Recorder
from coach.screens.ui import Keys, Text

_SLACK = 60.0
"""Seconds by which a recording may be longer: it was started before the round and stopped after it."""


ANEW = "It was graded already, and is graded anew with what was said. Go on?"


@dataclass(frozen=True, slots=True)
class Speech:
    """A transcript as it was read: the name of its file, what is in it, and its sentences."""

    name: str
    text: str
    said: Sequence[Sentence]

    @classmethod
    def read(cls, name: str, text: str) -> "Speech":
        """What a file holds. Raises CoachError for one that cannot be used."""
        try:
            return cls(name, text, sentences(read_cues(text)))
        except CuesError as error:
            raise CoachError(
                f"{name}:{error.line}: {error}.", "SubRip (.srt) and WebVTT (.vtt) can be read; nothing was added."
            ) from None


def require_new(session: Session, speech: Speech) -> None:
    """Raises CoachError for a transcript that was added to the round before."""
    if digest_of(speech.text) in session.speech:
        hint = f"`coach grade {session.id}` grades it with what was said."
        raise CoachError(f"{speech.name} was added to {session.id} before.", hint)


def add_speech(app: App, opened: OpenSession, session: Session, speech: Speech) -> bool:
    """Adds a transcript as notes marked `said`; a graded round is opened for grading anew. False when the person would
    rather not; nothing is recorded then."""
    said = speech.said
    timeline = Timeline(session.id, app.home.sessions.events(session.id))
    length = max(sentence.ended_s for sentence in said)
    through = timeline.clock_s + _SLACK < length <= timeline.wall_s + _SLACK
    lengths = f"The recording is {clock(length)} long, the round {clock(timeline.clock_s)}"
    if through:
        how = f"with its pauses {clock(timeline.wall_s)}: it is placed as one that ran on through the pauses."
        app.ui.show(Text(f"{lengths}, {how}"))
    elif length > timeline.clock_s + _SLACK:
        app.ui.show(Text(f"{lengths}. It may be of another round; its times count from its start.", "warn"))
        if app.ui.key(Keys("Add it all the same?", {"y": "yes", "n": "no"})).key == "n":
            return False
    if session.status == GRADED and app.ui.key(Keys(ANEW, {"y": "yes", "n": "no"})).key == "n":
        return False
    notes = [_placed(timeline, sentence, through) for sentence in said]
    record = Recorder(app.now, opened, session)
    if session.status == GRADED:
        record("regrade")
    record("speech", {"digest": digest_of(speech.text), "name": speech.name, "notes": notes})
    app.ui.show(Text(f"Added from {speech.name}: {len(said)} note{'' if len(said) == 1 else 's'}, marked as said."))
    return True


def _placed(timeline: Timeline, sentence: Sentence, through: bool) -> dict[str, object]:
    began, ended = sentence.began_s, sentence.ended_s
    if through:
        began, ended = timeline.clock_at(began), timeline.clock_at(ended)
    ended = min(ended, timeline.clock_s)
    return {
        "step": timeline.step_at(began),
        "text": sentence.text,
        "began_s": round(min(began, ended), 1),
        "at_s": round(ended, 1),
    }
