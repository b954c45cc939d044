"""The name of this machine among a person's devices: random, made once."""

import os
import re

from coach.record.files import write_whole
from coach.record.places import Places


def device_name(places: Places) -> str:
    """Six hexadecimal digits, kept in the state directory. Raises CoachError when it cannot be written."""
    path = places.state / "device"
    try:
        known = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        known = ""
    if re.fullmatch(r"[a-z0-9]{4,16}", known):
        return known
    name = os.urandom(3).hex()
    write_whole(path, name + "\n")
    return name
