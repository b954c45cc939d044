"""The name of this machine among a person's devices: random, made once."""

import os
import re
from pathlib import Path

from coach.record.files import write_whole
from coach.record.lock import alone
from coach.record.places import Places


def device_name(places: Places) -> str:
    """Six hexadecimal digits, kept in the state directory. Raises CoachError when it cannot be written."""
    path = places.state / "device"
    if known := _known(path):
        return known
    with alone(places.locks / "device.lock"):  # two terminals that start at once have one name
        if not (name := _known(path)):
            name = os.urandom(3).hex()
            write_whole(path, name + "\n")
    return name


def _known(path: Path) -> str:
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return text if re.fullmatch(r"[a-z0-9]{4,16}", text) else ""
