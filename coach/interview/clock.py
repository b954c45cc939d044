"""How times of a drill are written."""


def clock(seconds: float) -> str:
    """Seconds as `04:12`, or `1:04:12` from an hour on; negative ones with a minus."""
    whole = int(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{sign}{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{sign}{rest // 60:02}:{rest % 60:02}"
