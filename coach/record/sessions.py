"""Sessions on disk: journals (one a device), drafts, tombstones."""

import os
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coach.content.problem import did_you_mean
from coach.errors import CoachError
from coach.interview.events import Event, from_record
from coach.record.files import cannot_read, cannot_write, make_directory, names_in, write_whole
from coach.record.journal import Journal, damage, read_journal
from coach.record.lock import Lock
from coach.record.places import Places
from coach.record.writing import Writing

KIND = "session"
_FILE = re.compile(r"(?P<session>\d{8}T\d{6}Z-[a-z0-9-]+-[0-9a-f]{4})\.(?P<device>[a-z0-9]+)\.jsonl")

_FORGOTTEN = ".forgotten"
_ENDS = (4, 6)
"""Characters of a short name: not five, as one that begins with a dash would be taken for an option."""


def session_id(started: datetime, scenario: str, token: int) -> str:
    """The id of a new session: when it started (UTC), on what, and a token under 65,536 to tell two apart."""
    return f"{started:%Y%m%dT%H%M%SZ}-{scenario}-{token:04x}"


def scenario_of(session: str) -> str:
    """The scenario in a session's id."""
    return session.partition("-")[2].rpartition("-")[0]


def short_name(session: str, among: Collection[str]) -> str:
    """The end of a session's id that is enough to name it: four characters of the token, or more where digits of
    another session's time are the same."""
    ends = (session[-size:] for size in _ENDS)
    return next((end for end in ends if _names_one(end, among)), session)


def _names_one(end: str, among: Collection[str]) -> bool:
    # Counting in one text is quick among a thousand; one that holds the end twice is told from two by the slow way.
    return "\n".join(among).count(end) == 1 or sum(end in other for other in among) == 1


@dataclass(slots=True)
class OpenSession(Writing):
    """A session open in this process."""

    draft: "Draft"


def _raw(path: Path) -> bytes:
    """What a file holds; nothing where it cannot be read, as whoever opens it next says why."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


_END = b"\0"


class Draft:
    """The half-typed line of a session, rewritten in place as it is typed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> str:
        """The half-typed line, or nothing."""
        try:
            raw = self.path.read_bytes().partition(_END)[0]
        except OSError:
            return ""
        try:
            return raw.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "replace")  # cut off in the middle of a character

    def write(self, text: str) -> None:
        """Replaces the half-typed line. Raises CoachError when the disk refuses."""
        try:
            raw = text.encode("utf-8", "surrogatepass").replace(_END, b"") + _END
            file = os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                written = 0
                while written < len(raw):
                    written += os.pwrite(file, raw[written:], written)
                os.ftruncate(file, len(raw))  # last, so that no moment is without a draft; until then _END ends it
            finally:
                os.close(file)
        except OSError as error:
            raise cannot_write(self.path, error) from None

    def clear(self) -> None:
        """Empties it, once the line is in the journal."""
        if self.path.exists():
            self.write("")


class Sessions:
    """All sessions of a home."""

    def __init__(self, places: Places, device: Callable[[], str]) -> None:
        self._places = places
        self._device = device

    def ids(self) -> list[str]:
        """Every session that was not forgotten, oldest first."""
        return list(self.journals())

    def of(self, scenario: str) -> list[str]:
        """The sessions on a scenario, oldest first; their names tell."""
        return [name for name in self.ids() if scenario_of(name) == scenario]

    def journals(self) -> dict[str, list[Path]]:
        """The journals of every session that was not forgotten, oldest session first."""
        files, gone = self._listed()
        return {name: paths for name, paths in sorted(files.items()) if name not in gone}

    def _listed(self) -> tuple[dict[str, list[Path]], set[str]]:
        """The journals by session and the sessions that were forgotten, from one look at the directory."""
        files: dict[str, list[Path]] = {}
        gone = set()
        folder = self._places.sessions
        for name in names_in(self._places.sessions):
            if match := _FILE.fullmatch(name):
                if (path := folder / name).stat().st_size:
                    files.setdefault(match["session"], []).append(path)
            elif name.endswith(_FORGOTTEN):
                gone.add(name.removesuffix(_FORGOTTEN))
        return files, gone

    def _files(self, session: str) -> list[Path]:
        """The journals of one session."""
        folder = self._places.sessions
        names = (name for name in names_in(folder) if name.startswith(session))
        known = (match for name in names if (match := _FILE.fullmatch(name)))
        paths = [folder / match[0] for match in known if match["session"] == session]
        return [path for path in paths if path.stat().st_size]

    def find(self, text: str) -> str:
        """The session a person means: its id, or any part of it that fits one alone. Raises CoachError."""
        ids = self.ids()
        if text in ids:
            return text
        hits = self.matching(text)
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise CoachError(f"{text!r} fits {len(hits)} sessions: {', '.join(hits[-3:])}", "Give more of the name.")
        raise CoachError(
            f"There is no session {text!r}{did_you_mean(text, ids) or '.'}", "`coach history` shows all of them."
        )

    def matching(self, text: str) -> list[str]:
        """The sessions whose id holds the text."""
        return [name for name in self.ids() if text in name]

    def holding(self, words: str) -> list[str]:
        """The sessions whose journals may hold some words, whatever their case, oldest first.

        It looks at the raw lines, in which letters beyond ASCII are escaped, so it looks for the longest run of plain
        ones alone: whoever reads a session has to look again.
        """
        longest = max(re.findall(r"[a-z0-9 ]+", words.lower()), key=len, default="").encode()
        return [name for name, paths in self.journals().items() if any(longest in _raw(path).lower() for path in paths)]

    def events(self, session: str) -> list[Event]:
        """All events of a session over its devices, in order. Raises CoachError for a journal it cannot trust."""
        events = []
        for path in self._files(session):
            match = _FILE.fullmatch(path.name)
            device = match["device"] if match else ""
            content = read_journal(path, KIND)
            if content.header.get("session") != session:
                raise CoachError(
                    f"{path}:1: this journal is of another session ({content.header.get('session')}).",
                    "Give the file its own name back, or move it away.",
                )
            events += [event for record in content.records if (event := from_record(record, device))]
        return sorted(events, key=lambda event: (event.n, event.at, event.device))

    def damage(self, session: str) -> list[str]:
        """What is wrong with a session's files, a line each; for `coach doctor`."""
        return [line for path in self._files(session) for line in damage(path, KIND, "the session")]

    def open(self, session: str) -> OpenSession:
        """Opens a session, a new one or one to go on with.

        Raises CoachError when another terminal has it open or it cannot be written.
        """
        make_directory(self._places.sessions)
        lock = Lock(self._lock(session), f"The session {session}")
        try:
            last = max((event.n for event in self.events(session)), default=0)
            device = self._device()
            header = {"coach": KIND, "session": session, "device": device}
            journal = Journal(self._places.sessions / f"{session}.{device}.jsonl", header)
        except BaseException:
            lock.release()
            raise
        return OpenSession(session, journal, lock, device, last, self.draft(session))

    def _lock(self, session: str) -> Path:
        return self._places.locks / f"{session}.lock"

    def open_in(self, session: str) -> str:
        """The pid of the process on this machine that has a session open; empty when none has."""
        return Lock.holder(self._lock(session))

    def draft(self, session: str) -> Draft:
        """The half-typed line of a session."""
        return Draft(self._places.sessions / f"{session}.draft")

    def editing(self, session: str) -> Path:
        """The file handed to an editor while a note of the session is edited."""
        return self._places.sessions / f"{session}.edit.md"

    def hand_out(self, session: str, text: str) -> Path:
        """Writes the text to be edited. Raises CoachError."""
        path = self.editing(session)
        write_whole(path, text + "\n")
        return path

    def take_back(self, session: str) -> str:
        """The edited text; the file is removed."""
        path = self.editing(session)
        try:
            text = path.read_text(encoding="utf-8", errors="replace").rstrip()
        except OSError as error:
            raise cannot_read(path, error) from None
        path.unlink(missing_ok=True)
        return text

    def transcript(self, session: str) -> Path:
        """Where the session's transcript is kept."""
        return self._places.transcripts / f"{session}.md"

    def forget(self, session: str, at: str) -> list[Path]:
        """Removes everything of a session from this home, leaves a tombstone, returns what was removed."""
        lock = Lock(self._lock(session), f"The session {session}")
        try:
            write_whole(self._places.sessions / f"{session}{_FORGOTTEN}", f"{at}\n")
            removed = [
                *self._files(session), self.draft(session).path, self.editing(session),
                self.transcript(session),
            ]  # fmt: skip
            removed = [path for path in removed if path.exists()]
            for path in removed:
                try:
                    path.unlink()
                except OSError as error:
                    raise cannot_write(path, error) from None
            return removed
        finally:
            lock.release()
            self._lock(session).unlink(missing_ok=True)
