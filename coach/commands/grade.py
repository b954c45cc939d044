"""`coach grade`: grade a finished round."""

from pathlib import Path

from coach.commands import world
from coach.errors import CoachError
from coach.interview.status import FINISHED
from coach.record.files import cannot_read
from coach.screens import rounds
from coach.screens.briefs import briefs
from coach.screens.speech import Speech


def run(folder: str | None, session: str | None, *, speech: Path | None = None, plain: bool) -> int:
    """Grades the named session or the last one that was not graded; returns the exit code."""
    said = _speech(speech) if speech else None
    app = world.app(folder, plain=plain)
    if session:
        name = app.home.sessions.find(session)
    else:
        name = next((known.session for known in briefs(app.home) if known.status == FINISHED), "")
    if not name:
        raise CoachError(
            "No round waits to be graded.", "`coach history` shows all; `coach grade SESSION` grades anew."
        )
    return rounds.grade_round(app, name, said)


def _speech(path: Path) -> Speech:
    try:
        return Speech.read(path.name, path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise cannot_read(path, error) from None
    except UnicodeDecodeError:
        raise CoachError(f"{path} is not UTF-8 text.", "SubRip (.srt) and WebVTT (.vtt) can be read.") from None
