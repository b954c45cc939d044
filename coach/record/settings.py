"""The person's settings: `config.toml`."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from coach.content.terms import LEVELS
from coach.errors import CoachError
from coach.record.files import write_whole

EXPLAINED = {
    "level": "the level you prepare for: mid, senior or staff",
    "format": "the format of a drill when none is named",
    "interviewer": "how often the interviewer speaks up: quiet, kind or tough",
    "editor": "the editor for /edit; else $VISUAL, $EDITOR, vi",
    "bell": "whether the terminal's bell rings when a step's time is up",
    "interview": "the day of the interview, like 2026-12-05: flashcards and the plan work towards it",
    "hours_per_week": "the hours a week that the plan may fill, from 1 to 60",
    "retention": "the share of cards to be recalled on the day they are due, from 0.7 to 0.97; more means more reviews",
    "day_begins": "the hour at which a day begins, from 0 to 23: what is done before it counts for the evening before",
}
RETENTION = (0.7, 0.97)
HOURS = (1, 60)


class Settings(NamedTuple):
    """Every setting with its default."""

    level: str = "senior"
    format: str = "four-phase"
    interviewer: str = "kind"
    editor: str = ""
    bell: bool = True
    interview: date | None = None
    hours_per_week: int = 5
    retention: float = 0.9
    day_begins: int = 4


def read_settings(path: Path) -> Settings:
    """The settings in a file, defaults where it is silent. Raises CoachError that names the line."""
    text = _text(path)
    if not text:
        return Settings()
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


def place_of(path: Path, key: str) -> str:
    """The file and line that give a setting; empty where it has its default. Raises CoachError."""
    text = _text(path)
    return f"{path}:{_line(text, key)}" if _key(key).search(text) else ""


def _text(path: Path) -> str:
    """The text of the file with its own line ends; empty when there is none. Raises CoachError."""
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise CoachError(f"{path} cannot be read: {error}.", "Mend it or move it away.") from None


def _last(text: str) -> int:
    return text.count("\n") + 1


def _wrong(key: str, value: Any) -> str:
    from coach.content.problem import did_you_mean  # as above
    from coach.interview.manner import MANNERS

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
        case "interview", date() if not isinstance(value, datetime):
            return ""
        case "interview", _:
            return f"interview should be a day like 2026-12-05, without quotes, is {_told(value)}"
        case "hours_per_week", int() if not isinstance(value, bool) and HOURS[0] <= value <= HOURS[1]:
            return ""
        case "hours_per_week", _:
            return f"hours_per_week should be a whole number from {HOURS[0]} to {HOURS[1]}, is {_told(value)}"
        case "retention", float() if RETENTION[0] <= value <= RETENTION[1]:
            return ""
        case "retention", _:
            return f"retention should be from {RETENTION[0]} to {RETENTION[1]}, is {_told(value)}"
        case "day_begins", int() if not isinstance(value, bool) and 0 <= value <= 23:
            return ""
        case "day_begins", _:
            return f"day_begins should be a whole hour from 0 to 23, is {_told(value)}"
        case "bell", _:
            return f"bell should be true or false, is {value!r}"
        case _:
            return f"there is no setting {key!r}{did_you_mean(key, EXPLAINED)}"


def _told(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else repr(value)


def _line(text: str, key: str) -> int:
    found = _key(key).search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _key(key: str) -> re.Pattern[str]:
    """A key where it gets its value, or a table of its name."""
    return re.compile(rf"^[ \t]*\[?[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=\].]", re.MULTILINE)


def with_setting(text: str, key: str, value: str) -> str:
    """The text of a settings file in which one setting has another value, written as TOML; empty removes it.

    Every other line stays as it is; a new setting goes to the top, before any table.
    """
    told = f"{key} = {value}" if value else ""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    for at, line in enumerate(lines):
        if line.lstrip().startswith("["):
            break  # what follows belongs to a table
        if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            remark = re.search(r"\s+#.*", line)
            kept = [f"{told}{remark[0].rstrip() if remark else ''}{end}"] if told else []
            return "".join([*lines[:at], *kept, *lines[at + 1 :]])
    return f"{told}{end}{text}" if told else text


def keep_setting(path: Path, key: str, value: str) -> None:
    """Writes one setting into the file, also where a link leads to it, leaving the rest of it as it is.

    Raises CoachError.
    """
    text = with_setting(_text(path), key, value)
    write_whole(path.resolve(), text)
