"""The layers of the design: who may import whom, who may read the clock, who may write files.

Each rule is a function from the text of a module to the lines that break it, so that it is shown to see what it is for.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "coach"
FILES = sorted(PACKAGE.rglob("*.py"))
LAYERS = ("cli", "commands", "terminal", "screens", "record", "recall", "interview", "content", "language", "errors")
PURE = ("language", "interview", "recall")
HOMES = {
    "rich": "terminal", "questionary": "terminal", "prompt_toolkit": "terminal", "termaid": "terminal",
    "yaml": "content", "fsrs": "recall", "platformdirs": "record", "snowballstemmer": "language", "typer": "cli",
    "markdown_it": "content",
}  # fmt: skip
DISTRIBUTIONS = {"yaml": "pyyaml", "markdown_it": "markdown-it-py"}
"""Names of packages on PyPI where they differ from the name that is imported."""

Rule = Callable[[str, str], list[str]]


def layer(module: str) -> str:
    """The layer of a module named like `coach.content.reading`; empty for the package's own front."""
    name = module.split(".")[1] if "." in module else ""
    return "" if name == "__main__" else name


def module_of(path: Path) -> str:
    """The name of a file's module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def name(path: Path) -> str:
    """A file as the report names it."""
    return str(path.relative_to(ROOT))


def imports(text: str, module: str) -> Iterator[tuple[int, str]]:
    """Every module that is imported anywhere in a text, with its line; for `from a import b` both a and a.b."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield node.lineno, base
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name | ast.Attribute)
            and (node.func.id if isinstance(node.func, ast.Name) else node.func.attr) in ("import_module", "__import__")
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield node.lineno, str(node.args[0].value)


def upward(text: str, module: str) -> list[str]:
    """Imports from a layer that lies above the module's own, or that it is to know nothing of."""
    own = layer(module)
    if not own:
        return []
    found = []
    for line, imported in imports(text, module):
        other = layer(imported) if imported.split(".")[0] == "coach" else ""
        above = other in LAYERS and LAYERS.index(other) < LAYERS.index(own)
        if above or (own, other) == ("recall", "interview"):
            found.append(f"{line}: {imported}")
    return found


def homeless(text: str, module: str) -> list[str]:
    """Imports of a third-party package outside its home, or of one without a home."""
    found = []
    for line, imported in imports(text, module):
        top = imported.split(".")[0]
        if top not in sys.stdlib_module_names and top != "coach" and HOMES.get(top) != layer(module):
            found.append(f"{line}: {imported}")
    return found


_IMPURE_MODULES = {
    "time", "random", "os", "pathlib", "io", "sys", "secrets", "uuid", "subprocess", "socket", "shutil", "tempfile",
    "glob", "signal", "select", "threading", "asyncio", "logging", "locale", "platform", "getpass", "fcntl", "urllib",
}  # fmt: skip
_IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "breakpoint", "__import__"}
_CLOCK = {"now", "utcnow", "today"}


def impure(text: str, module: str) -> list[str]:
    """What reads a clock, chance, a file or a terminal."""
    found = [f"{line}: {imported}" for line, imported in imports(text, module) if imported in _IMPURE_MODULES]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and (node.func.id in _IMPURE_CALLS):
            found.append(f"{node.lineno}: {node.func.id}()")
    return found + clock_readings(text, module)


def clock_readings(text: str, module: str) -> list[str]:
    """Where a clock is read: `datetime.now` and its like, called or handed on, and anything of `time`."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and node.attr in _CLOCK:
            owner = node.value
            of = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            if of in ("datetime", "date"):
                found.append(f"{node.lineno}: {of}.{node.attr}")
    return found + [f"{line}: {imported}" for line, imported in imports(text, module) if imported == "time"]


_WRITERS = {
    "write_text", "write_bytes", "mkdir", "makedirs", "touch", "unlink", "rmdir", "removedirs", "rename", "renames",
    "symlink_to", "hardlink_to", "chmod", "lchmod", "truncate", "ftruncate", "mkstemp", "mkdtemp",
}  # fmt: skip
_OS_WRITERS = {"replace", "remove", "write", "link", "symlink", "mkfifo", "utime"}
_WRITING_MODULES = {"shutil": {"copy", "copy2", "copyfile", "copytree", "move", "rmtree"}, "tempfile": None}


def writes(text: str, module: str) -> list[str]:
    """Calls that make, change or remove a file."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        func = node.func
        owner = func.value.id if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) else ""
        called = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
        if (
            called in _WRITERS
            or (owner == "os" and (called in _OS_WRITERS or (called == "open" and not _to_nowhere(node))))
            or (owner in _WRITING_MODULES and called in (_WRITING_MODULES[owner] or {called}))
            or (called == "open" and owner != "os" and _writing_mode(node, method=isinstance(func, ast.Attribute)))
            or (called == "replace" and isinstance(func, ast.Attribute) and len(node.args) == 1 and not node.keywords)
        ):
            found.append(f"{node.lineno}: {ast.unparse(func)}")
    return found


def _to_nowhere(call: ast.Call) -> bool:
    """Whether `os.open` is of the null device."""
    return bool(call.args) and ast.unparse(call.args[0]) == "os.devnull"


def _writing_mode(call: ast.Call, *, method: bool) -> bool:
    """Whether a call of `open` has a mode that writes, or one that cannot be seen."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] or call.args[0 if method else 1 :][:1]
    if not given:
        return False
    mode = given[0]
    if not isinstance(mode, ast.Constant):
        return not method  # a method called open need not be that of a path: sessions are opened too
    return bool(re.fullmatch(r"[rwaxbt+]{1,4}", str(mode.value)) and set("wax+") & set(str(mode.value)))


def breaches(rule: Rule, path: Path) -> list[str]:
    """The lines of a file that break a rule."""
    return [f"{name(path)}:{line}" for line in rule(path.read_text(encoding="utf-8"), module_of(path))]


def test_every_folder_and_file_of_the_package_is_a_layer_of_the_design() -> None:
    found = {layer(module_of(path)) for path in FILES}
    assert found - {""} <= set(LAYERS)
    assert len(FILES) > 50


@pytest.mark.parametrize("path", FILES, ids=name)
def test_it_imports_from_its_own_folder_and_from_those_further_down(path: Path) -> None:
    assert breaches(upward, path) == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_third_party_package_has_one_home(path: Path) -> None:
    assert breaches(homeless, path) == []


@pytest.mark.parametrize("path", [p for p in FILES if layer(module_of(p)) in PURE], ids=name)
def test_pure_layers_know_no_clock_no_chance_no_file_and_no_terminal(path: Path) -> None:
    assert breaches(impure, path) == []


def test_the_clock_is_read_in_one_place() -> None:
    found = [breach for path in FILES for breach in breaches(clock_readings, path)]
    assert len(found) == 1
    assert re.fullmatch(r"coach/commands/world\.py:\d+: datetime\.now", found[0])


@pytest.mark.parametrize("path", [p for p in FILES if layer(module_of(p)) != "record"], ids=name)
def test_only_record_writes_files(path: Path) -> None:
    assert breaches(writes, path) == []


def test_every_third_party_package_is_declared_and_every_declared_one_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^A-Za-z0-9._-]", line)[0].lower().replace("_", "-") for line in project["dependencies"]}
    used = {
        imported.split(".")[0]
        for path in FILES
        for _, imported in imports(path.read_text(encoding="utf-8"), module_of(path))
    }
    third_party = used - set(sys.stdlib_module_names) - {"coach"}
    assert {DISTRIBUTIONS.get(top, top).replace("_", "-") for top in third_party} == declared


@pytest.mark.parametrize(
    ("rule", "module", "text"),
    [
        (upward, "coach.content.reading", "from coach.record.files import write_whole"),
        (upward, "coach.content.reading", "from coach import record"),
        (upward, "coach.content.reading", "import coach.cli"),
        (upward, "coach.content.reading", "from ..record import files"),
        (upward, "coach.content.reading", "from importlib import import_module\nimport_module('coach.cli')"),
        (upward, "coach.screens.ui", "if TYPE_CHECKING:\n    from coach.terminal.plain import PlainUi"),
        (upward, "coach.recall.cards", "from coach.interview.session import Session"),
        (upward, "coach.interview.session", "from coach.recall.cards import Card"),
        (upward, "coach.errors", "def f():\n    from coach.language.words import stem"),
        (homeless, "coach.screens.ui", "from rich.text import Text"),
        (homeless, "coach.record.seen", "import yaml"),
        (homeless, "coach.commands.list", "def f():\n    import typer"),
        (homeless, "coach.terminal.plain", "import numpy"),
        (impure, "coach.language.words", "import random"),
        (impure, "coach.language.words", "from os import environ"),
        (impure, "coach.language.words", "from pathlib import Path"),
        (impure, "coach.language.words", "open('x')"),
        (impure, "coach.interview.session", "from datetime import datetime\nat = datetime.now()"),
        (impure, "coach.interview.session", "import datetime\nat = datetime.datetime.now"),
        (impure, "coach.interview.session", "from datetime import date\nat = date.today()"),
        (clock_readings, "coach.screens.drill", "from time import monotonic"),
        (clock_readings, "coach.screens.drill", "def f(now=datetime.utcnow): pass"),
        (writes, "coach.commands.new", "path.write_text('x')"),
        (writes, "coach.commands.new", "open(path, 'w')"),
        (writes, "coach.commands.new", "open(path, mode='ab')"),
        (writes, "coach.commands.new", "open(path, mode)"),
        (writes, "coach.commands.new", "path.open('r+')"),
        (writes, "coach.commands.new", "os.replace(a, b)"),
        (writes, "coach.commands.new", "aside.replace(path)"),
        (writes, "coach.commands.new", "path.parent.mkdir()"),
        (writes, "coach.commands.new", "os.open(path, os.O_WRONLY)"),
        (writes, "coach.commands.new", "shutil.rmtree(path)"),
        (writes, "coach.commands.new", "tempfile.NamedTemporaryFile()"),
    ],
)
def test_each_rule_sees_what_it_is_for(rule: Rule, module: str, text: str) -> None:
    assert rule(text, module)


@pytest.mark.parametrize(
    ("rule", "module", "text"),
    [
        (upward, "coach.screens.ui", "from coach.language.graph import Graph\nfrom coach import __version__"),
        (upward, "coach.content.reading", "from coach.content.fields import Field\nfrom . import problem"),
        (homeless, "coach.terminal.paint", "import rich.text\nimport textwrap\nfrom coach.screens import ui"),
        (
            impure,
            "coach.interview.events",
            "from datetime import UTC, datetime\ndatetime.fromisoformat(text)\napp.now()",
        ),
        (writes, "coach.screens.round", "sessions.open(name)\ntext.replace('a', 'b')\nat.replace(tzinfo=UTC)"),
        (writes, "coach.cli", "os.open(os.devnull, os.O_WRONLY)\nopen(path)\nopen(path, 'rb')\npath.open()"),
    ],
)
def test_no_rule_sees_what_is_allowed(rule: Rule, module: str, text: str) -> None:
    assert rule(text, module) == []
