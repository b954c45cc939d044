"""Debriefs of real interviews on disk: a journal for each and device, so that one can be taken out by hand."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from coach.errors import CoachError
from coach.interview.events import Event, from_record
from coach.record.files import names_in
from coach.record.journal import Journal, damage, read_journal, unborn
from coach.record.lock import Lock
from coach.record.places import Places
from coach.record.writing import Writing

KIND = "debrief"
_FILE = re.compile(r"(?P<debrief>\d{8}T\d{6}Z-[0-9a-f]{4})\.(?P<device>[a-z0-9]+)\.jsonl")


def debrief_id(begun: datetime, token: int) -> str:
    """The id of a new debrief: when it was begun (UTC), and a token under 65,536 to tell two apart."""
    return f"{begun:%Y%m%dT%H%M%SZ}-{token:04x}"


class Debriefs:
    """All debriefs of a home."""

    def __init__(self, places: Places, device: Callable[[], str]) -> None:
        self._folder = places.debriefs
        self._locks = places.locks
        self._device = device

    def ids(self) -> list[str]:
        """Every debrief, the one begun first first. Raises CoachError for a folder that cannot be read."""
        return sorted({match["debrief"] for match in self._files()})

    def _files(self) -> list[re.Match[str]]:
        return [match for name in names_in(self._folder) if (match := _FILE.fullmatch(name))]

    def _paths(self, debrief: str) -> list[tuple[Path, str]]:
        """The journals of one debrief with their devices; one that never got its header is none."""
        own = [match for match in self._files() if match["debrief"] == debrief]
        found = ((self._folder / match[0], match["device"]) for match in own)
        return [(path, device) for path, device in found if _begun(path)]

    def events(self, debrief: str) -> list[Event]:
        """All events of a debrief over its devices, in order. Raises CoachError for a journal it cannot trust."""
        events = []
        for path, device in self._paths(debrief):
            content = read_journal(path, KIND)
            events += [event for record in content.records if (event := from_record(record, device))]
        return sorted(events, key=lambda event: (event.n, event.at, event.device))

    def damage(self) -> list[str]:
        """What is wrong with the journals, a line each; for `coach doctor`."""
        try:
            paths = [path for debrief in self.ids() for path, _ in self._paths(debrief)]
        except CoachError as error:
            return [f"{error.message} {error.hint}"]
        return [line for path in paths for line in damage(path, KIND, "the debrief")]

    def open(self, debrief: str) -> Writing:
        """Opens a debrief, a new one or one to go on with.

        Raises CoachError when another terminal has it open or it cannot be written.
        """
        lock = Lock(self._locks / f"debrief-{debrief}.lock", f"The debrief {debrief}")
        try:
            last = max((event.n for event in self.events(debrief)), default=0)
            device = self._device()
            header = {"coach": KIND, "debrief": debrief, "device": device}
            journal = Journal(self._folder / f"{debrief}.{device}.jsonl", header)
        except BaseException:
            lock.release()
            raise
        return Writing(debrief, journal, lock, device, last)


def _begun(path: Path) -> bool:
    try:
        return not unborn(path.read_bytes())
    except OSError:  # whoever reads it says why
        return True
