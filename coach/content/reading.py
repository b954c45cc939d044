"""One loader for every content file: text in, a typed object and all its problems out, each with its line."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import yaml

from coach.content.fields import Field, Kind, Many, Number, OneOf, Part, Table, Whole, table
from coach.content.problem import Problem, did_you_mean
from coach.content.scalars import TAG_NAMES, Wrong, scalar

T = TypeVar("T")

_LOADERS: list[Any] = [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader]
_TAG = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Reading(Generic[T]):
    """What came of reading one file: the object, all problems, and the line of every place in it."""

    path: str
    value: T | None
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def problem(self, where: str, message: str) -> None:
        """Adds a problem at a place named like `points.acl.match`, or at the nearest place around it."""
        place = where
        while place and place not in self.lines:
            place = place.rpartition(".")[0]
        self.problems.append(Problem(self.path, self.lines.get(place, 1), where, message))


def read(text: str, path: str, cls: type[T], *, both_loaders: bool = False) -> Reading[T]:
    """Reads one content file.

    The value is None only when the text is no YAML mapping at all; with any other problem it holds what could be
    read, so that checks between the parts can still run. With `both_loaders` the two YAML loaders must agree.
    """
    reading: Reading[T] = Reading(path, None)
    trees: list[Any] = []
    for loader in _LOADERS if both_loaders else _LOADERS[:1]:
        try:
            trees.append(yaml.compose(text, Loader=loader))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = " ".join(part for part in (error.context, error.problem) if part)
            _once(reading, Problem(path, mark.line + 1 if mark else 1, "", f"not valid YAML: {what}"))
        except (yaml.YAMLError, RecursionError) as error:
            what = getattr(error, "reason", None) or "too deeply nested"
            _once(reading, Problem(path, _line_of(text, error), "", f"not valid YAML: {what}"))
    if reading.problems:
        return reading
    if trees[0] is None:
        reading.problems.append(Problem(path, 1, "", "the file is empty"))
        return reading
    if len(trees) == 2 and (line := _differ(trees[0], trees[1], set())):
        reading.problems.append(Problem(path, line, "", "YAML readers disagree about this value; put it in quotes"))
    reading.value = _Reader(reading).part(trees[0], cls, "")
    return reading


def _once(reading: Reading[Any], problem: Problem) -> None:
    if problem.line not in [known.line for known in reading.problems]:
        reading.problems.append(problem)


def _line_of(text: str, error: Exception) -> int:
    """The line of a character that YAML forbids; PyYAML's own reader counts characters, libyaml bytes."""
    if not isinstance(error, yaml.reader.ReaderError):
        return 1
    if error.encoding == "unicode":
        return text.count("\n", 0, error.position) + 1
    return text.encode("utf-8", "surrogatepass").count(b"\n", 0, error.position) + 1


def _differ(a: yaml.Node, b: yaml.Node, known: set[int]) -> int:
    """The first line (from 1) on which two trees differ, or 0. `known` holds the nodes that were compared."""
    if id(a) in known:
        return 0
    known.add(id(a))
    if type(a) is not type(b) or a.tag != b.tag:
        return int(a.start_mark.line) + 1
    if isinstance(a, yaml.ScalarNode):
        return 0 if a.value == b.value else int(a.start_mark.line) + 1
    first, second = (
        [n for pair in node.value for n in pair] if isinstance(node, yaml.MappingNode) else node.value
        for node in (a, b)
    )
    if len(first) != len(second):
        return int(a.start_mark.line) + 1
    return next((line for x, y in zip(first, second, strict=True) if (line := _differ(x, y, known))), 0)


class _Reader:
    """Walks a YAML tree along the table of fields."""

    def __init__(self, reading: Reading[Any]) -> None:
        self.reading = reading
        self.seen: set[int] = set()

    def part(self, node: yaml.Node, cls: type[T], where: str) -> T:
        fields = table(cls)
        values: dict[str, Any] = {}
        items = self.items(node, where, "a mapping")
        by_key = {f.key: f for f in fields}
        for key, key_node, value_node in items:
            if known := by_key.get(key):
                inner = f"{where}.{key}" if where else key
                self.reading.lines.setdefault(inner, key_node.start_mark.line + 1)
                value = self.value(value_node, known.kind, inner)
                if value is not None:
                    values[known.name] = value
            else:
                self.at(key_node, where, f"unknown key {key!r}{did_you_mean(key, by_key)}")
        given = {key for key, _, _ in items}
        for f in fields:
            if f.required and f.name not in values:
                if f.key not in given and isinstance(node, yaml.MappingNode):
                    self.reading.problem(where, f"{f.key} is missing ({f.doc[0].lower()}{f.doc[1:].rstrip('.')})")
                values[f.name] = _blank(f)
        return cls(**values)

    def value(self, node: yaml.Node, kind: Kind, where: str) -> Any:
        """The value, or None when it is not of its kind (then a problem was added)."""
        if id(node) in self.seen and not isinstance(node, yaml.ScalarNode):
            self.at(node, where, "anchors and aliases are not supported; write it out")
            return None
        self.seen.add(id(node))
        match kind:
            case Part(cls):
                return self.part(node, cls(), where)
            case Many():
                return self.many(node, kind, where)
            case Table():
                return self.table(node, kind, where)
            case _:
                return self.scalar(node, kind, where)

    def many(self, node: yaml.Node, kind: Many, where: str) -> Any:
        if kind.or_one and isinstance(node, yaml.ScalarNode):
            one = self.value(node, kind.item, where)
            return None if one is None else (one,)
        if not isinstance(node, yaml.SequenceNode):
            self.at(node, where, f"should be a list, is {_name(node)}")
            return None
        values = []
        for index, item in enumerate(node.value, start=1):
            inner = f"{where}.{_id_of(item) or index}"
            self.reading.lines.setdefault(inner, item.start_mark.line + 1)
            value = self.value(item, kind.item, inner)
            if value is not None:
                values.append(value)
        if len(node.value) < kind.at_least:
            self.at(node, where, f"needs at least {kind.at_least}, has {len(node.value)}")
        return tuple(values)

    def table(self, node: yaml.Node, kind: Table, where: str) -> Any:
        values = {}
        for key, key_node, value_node in self.items(node, where, "a mapping"):
            inner = f"{where}.{key}"
            self.reading.lines.setdefault(inner, key_node.start_mark.line + 1)
            if kind.keys and key not in kind.keys:
                self.at(key_node, where, f"unknown key {key!r}{did_you_mean(key, kind.keys)}")
                continue
            value = self.value(value_node, kind.value, inner)
            if value is not None:
                values[key] = value
        return values

    def items(self, node: yaml.Node, where: str, what: str) -> list[tuple[str, yaml.Node, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.at(node, where, f"should be {what}, is {_name(node)}")
            return []
        items: dict[str, tuple[str, yaml.Node, yaml.Node]] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.at(key_node, where, "a key should be a word")
            elif key_node.value in items:
                first = items[key_node.value][1].start_mark.line + 1
                self.at(key_node, where, f"{key_node.value} stands here twice, first in line {first}")
            else:
                items[key_node.value] = (key_node.value, key_node, value_node)
        return list(items.values())

    def scalar(self, node: yaml.Node, kind: Kind, where: str) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            self.at(node, where, f"should be a single value, is {_name(node)}")
            return None
        value = scalar(str(node.tag).removeprefix(_TAG), node.value, kind)
        if isinstance(value, Wrong):
            self.at(node, where, value.why)
            return None
        return value

    def at(self, node: yaml.Node, where: str, message: str) -> None:
        self.reading.problems.append(Problem(self.reading.path, node.start_mark.line + 1, where, message))


def _name(node: yaml.Node) -> str:
    return TAG_NAMES.get(str(node.tag).removeprefix(_TAG), "something else")


def _id_of(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    return ""


def _blank(f: Field) -> Any:
    """What stands in for a required value that could not be read; the file has a problem anyway."""
    match f.kind:
        case Many():
            return ()
        case Table():
            return {}
        case Whole(low, _):
            return low
        case Number():
            return 0.0
        case OneOf(choices):
            return choices[0]
        case _:
            return ""
