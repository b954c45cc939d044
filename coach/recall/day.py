"""The person's own day."""

from datetime import date, datetime, timedelta, tzinfo


def day_of(at: datetime, begins: int, zone: tzinfo | None) -> date:
    """The day a moment belongs to in a zone (None: this machine's), when days begin at an hour of the morning."""
    return (at.astimezone(zone) - timedelta(hours=begins)).date()
