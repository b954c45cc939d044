"""The person's settings: `config.toml`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.content.problem import did_you_mean
from coach.content.terms import LEVELS
from coach.errors import CoachError
from coach.interview.manner import MANNERS

EXPLAINED = {
    "level": "the level you prepare for: mid, senior or staff",
    "format": "the format of a drill when none is named",
    "interviewer": "how often the interviewer speaks up: quiet, kind or tough",
    "editor": "the editor for /edit; else $VISUAL, $EDITOR, vi",
    "bell": "whether the terminal's bell rings when a step's time is up",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    level: str = "senior"
    format: str = "four-phase"
    interviewer: str = "kind"
    editor: str = ""
    bell: bool = True


def read_settings(path: Path) -> Settings:
    """The settings in a file, defaults where it is silent. Raises CoachError that names the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise CoachError(f"{path} cannot be read: {error}.", "Mend it or move it away.") from None
    import tomllib  # only those who have settings pay for it

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise CoachError(
            f"{path}:{found[1] if found else _last(text)}: not valid TOML: {error}.", "Mend that line."
        ) from None
    for key, value in values.items():
        if why := _wrong(key, value):
            raise CoachError(f"{path}:{_line(text, key)}: {why}.", "`coach doctor` explains every setting.")
    return Settings(**values)


def _last(text: str) -> int:
    return text.count("\n") + 1


def _wrong(key: str, value: Any) -> str:
    match key, value:
        case "level", str() if value in LEVELS:
            return ""
        case "level", _:
            return f"level should be one of {', '.join(LEVELS)}, is {value!r}"
        case "interviewer", str() if value in MANNERS:
            return ""
        case "interviewer", _:
            return f"interviewer should be one of {', '.join(MANNERS)}, is {value!r}"
        case (("format" | "editor"), str()):
            return ""
        case "bell", bool():
            return ""
        case (("format" | "editor"), _):
            return f"{key} should be text in quotes, is {value!r}"
        case "bell", _:
            return f"bell should be true or false, is {value!r}"
        case _:
            return f"there is no setting {key!r}{did_you_mean(key, EXPLAINED)}"


def _line(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[=\].]", line):
            return number
    return 1
