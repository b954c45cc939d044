"""Where the values of a YAML text stand in it. Positions count characters."""

from typing import Any

import yaml

from coach.errors import CoachError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str, what: str) -> yaml.Node | None:
    """The tree of a YAML text; None when it holds nothing. Raises CoachError, which begins with `what`."""
    try:
        return yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, UnicodeEncodeError) as error:
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "too deeply nested"
        raise CoachError(f"{what} is not valid YAML: {problem}.", "`coach lint` shows the line.") from None


def get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key of a mapping; None where there is none."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def content_end(text: str, node: yaml.Node) -> int:
    """Where the last value of a node ends. YAML's own mark of a block is where the next thing begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return content_end(text, last[1] if isinstance(last, tuple) else last)
    end = int(node.end_mark.index)
    while end and text[end - 1].isspace():
        end -= 1
    return end


def line_end(text: str, at: int) -> int:
    """The end of the line that a position is in, before its line break."""
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if end > at and text[end - 1] == "\r" else end
