"""How times are written."""

from datetime import datetime, tzinfo


def clock(seconds: float) -> str:
    """Seconds as `04:12`, or `1:04:12` from an hour on; negative ones with a minus."""
    whole = int(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{sign}{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{sign}{rest // 60:02}:{rest % 60:02}"


def day(at: datetime | None, zone: tzinfo | None) -> str:
    """A time as `2026-11-21 10:15` in a zone."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}" if at else ""
