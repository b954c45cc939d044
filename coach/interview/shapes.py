"""The shape of what a journal keeps as data, tested before anything reads it: a file may come from anywhere."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from coach.content.terms import LEVELS, SCORED
from coach.interview.grading import COVERED, MISSED, NOT_MINE, SAID
from coach.language.stamps import unstamp

_MOST = 1e9
"""No second, count or weight of a round is larger."""
MARKS = (COVERED, SAID, MISSED, NOT_MINE)


def number(value: Any) -> float:
    """A value as a number of ordinary size. Raises ValueError or TypeError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    if not isfinite(value) or abs(value) > _MOST:
        raise ValueError(value)
    return float(value)


def fits(value: Any, shape: Any) -> bool:
    """Whether a value has a shape.

    A shape is a type, a test, `[shape]` for a list, `{str: shape}` for a table with any keys, or `{"a": shape, "b?":
    shape}` for one with at least these, where a question mark names a key that may be missing.
    """
    if isinstance(shape, list):
        return isinstance(value, list | tuple) and all(fits(one, shape[0]) for one in value)
    if isinstance(shape, dict):
        if not isinstance(value, Mapping):
            return False
        if str in shape:
            return all(isinstance(key, str) and fits(one, shape[str]) for key, one in value.items())
        return all(
            fits(value[name], of) if (name := key.removesuffix("?")) in value else key.endswith("?")
            for key, of in shape.items()
        )
    if isinstance(shape, type):
        return isinstance(value, shape) and (shape is not int or not isinstance(value, bool))
    return bool(shape(value))


def _number(value: Any) -> bool:
    try:
        return number(value) is not None
    except (TypeError, ValueError, OverflowError):
        return False


def _or_none(shape: Any) -> Callable[[Any], bool]:
    return lambda value: value is None or fits(value, shape)


def _one_of(*values: object) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and value in values


def _stamp(value: Any) -> bool:
    try:
        return unstamp(value) is not None
    except (TypeError, ValueError):
        return False


_STARTED = {
    "level": _one_of(*LEVELS),
    "steps": [{"id": str, "title": str, "phases": [str], "seconds": _number}],
    "curveballs?": [{"id": str, "at_s": _number}],
}
"""What of a `started` event the rest relies on; Setup.of reads it."""
_TAKEN_OVER = {
    "base": str,
    "earlier": {
        "started": _stamp,
        "told": _or_none([str]),
        "notes": [{"step": str, "phases": [str], "at_s": _number, "text": str, "asked": bool}],
        "elsewhere?": [str],
    },
}
_GRADED = {
    "points": [
        {
            **dict.fromkeys(("id", "point", "say", "why", "dimension", "line", "reason"), str),
            "phase": [str],
            "step": int,
            "level": _one_of(*LEVELS),
            "extra": bool,
            "mark": _one_of(*MARKS),
            "notes": [int],
            "near?": int,
            "offered?": [int],
            "about?": [str],
            "skills?": [str],
        }
    ],
    "dimensions": {
        str: {
            **dict.fromkeys(("name", "short", "reason"), str),
            "scored": bool,
            "grade": lambda grade: grade is None or (fits(grade, int) and 1 <= grade <= 4),
            "anchors": lambda anchors: fits(anchors, [str]) and len(anchors) == 4,
        }
    },
    "weights": {str: {str: _number}},
    "bars": {str: _number},
}
_FACT = {
    **dict.fromkeys(("id", "topic", "short", "ask", "so", "say", "point", "asking", "using"), str),
    "about?": [str],
}
_MET = {"at_s": _number, "met_s": _or_none(_number)}
_REPLY = {"reply?": int, "before?": bool, "further?": bool}
_FIGURES: dict[str, Any] = {
    "linchpins": _or_none(
        {
            "of": int,
            **{name: [str] for name in ("asked", "late", "helped", "met")},
            "back": [{**_FACT, **_MET, **_REPLY}],
            "never": [_FACT],
            "headings?": {str: [str]},
        }
    ),
    "curveballs": [{"id": str, "kind": str, **_MET, **_REPLY}],
    "probes": {"asked": int, "met": int},
    "pace": {
        **dict.fromkeys(("number_s", "tradeoff_s"), _or_none(_number)),
        **dict.fromkeys(("silence_s", "silence_at_s", "used_s"), _number),
    },
    "late": [str],
    "unused": [{**_FACT, "at_s": _number, "note": int}],
    "assumed": [{"note": int, **dict.fromkeys(("text", "fact", "sheet"), str)}],
    "diagram": [str],
}


def started(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of a `started` event, without what was taken over from an earlier round where that is not as it should
    be. Raises ValueError when the rest is not.
    """
    if not fits(data, _STARTED):
        raise ValueError("a round without a level or with senseless steps")
    return data if fits(data, _TAKEN_OVER) else {k: v for k, v in data.items() if k not in _TAKEN_OVER}


def graded(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of a `graded` event, without the figures that have another shape than they should.

    Raises ValueError when points, grades, weights or bars are not as they should be.
    """
    if not fits(data, _GRADED) or not set(data["weights"]) <= {*LEVELS} & set(data["bars"]):
        raise ValueError("a graded round whose points, grades, weights or bars are missing or senseless")
    weighed = {name for name in data["dimensions"] if name in SCORED}
    if not all(weighed <= set(weights) for weights in data["weights"].values()):
        raise ValueError("a graded round with a dimension that weighs nothing")
    figures = data.get("figures")
    figures = figures if isinstance(figures, Mapping) else {}
    return {**data, "figures": {k: v for k, v in figures.items() if k not in _FIGURES or fits(v, _FIGURES[k])}}
