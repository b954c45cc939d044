"""Times as the journals write them."""

from datetime import MAXYEAR, MINYEAR, UTC, datetime


def stamp(at: datetime) -> str:
    """A time as the journals write it: UTC with milliseconds."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def unstamp(text: str) -> datetime:
    """The time that a journal wrote. Raises ValueError, also for years whose days other time zones cannot tell."""
    at = datetime.fromisoformat(text)
    if not MINYEAR < at.year < MAXYEAR:
        raise ValueError(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
