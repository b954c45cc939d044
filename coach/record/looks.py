"""When a person looked at worked solutions: one append-only journal a device."""

from datetime import datetime

from coach.errors import CoachError
from coach.language.stamps import stamp, unstamp
from coach.record.journal import Journal, read_journal
from coach.record.places import Places

KIND = "solutions"


class Looks:
    """The looks at worked solutions over all devices."""

    def __init__(self, places: Places) -> None:
        self._folder = places.solutions

    def add(self, device: str, scenario: str, at: datetime) -> None:
        """Keeps that a solution was shown. Raises CoachError when it cannot be written."""
        with Journal(self._folder / f"{device}.jsonl", {"coach": KIND, "device": device}) as journal:
            journal.append({"at": stamp(at), "scenario": scenario})

    def first(self) -> dict[str, datetime]:
        """For each scenario whose solution was shown, when it was first; unreadable journals are left out."""
        first: dict[str, datetime] = {}
        for path in sorted(self._folder.glob("*.jsonl")):
            try:
                records = read_journal(path, KIND).records
            except CoachError:
                continue
            for record in records:
                try:
                    at = unstamp(str(record.get("at")))
                except ValueError:
                    continue
                name = str(record.get("scenario"))
                first[name] = min(at, first.get(name, at))
        return first


def looked(first_look: datetime | None, ended: datetime | None) -> bool:
    """Whether a first look at the solution came before the end of a round, None for one that goes on."""
    return first_look is not None and (ended is None or first_look < ended)
