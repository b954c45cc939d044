"""What a screen may ask of a terminal: the Ui protocol and its small tuples. No terminal is known here."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from coach.errors import Stopped as Stopped

if TYPE_CHECKING:
    from coach.language.graph import Graph

Style = Literal["", "dim", "strong", "good", "warn", "bad", "accent"]


class Rule(NamedTuple):
    """A line across the window with a title in it."""

    left: str
    right: str = ""


class Text(NamedTuple):
    """A paragraph, wrapped; `indent` and `hang` are columns, the second for all lines but the first."""

    text: str
    style: Style = ""
    indent: int = 1
    hang: int = 0


class Beside(NamedTuple):
    """A marked paragraph with notes to its right, in a narrow window below it.

    A single note takes as many lines as the paragraph, several take one each; what does not fit is cut.
    """

    mark: str
    text: str
    notes: Sequence[str] = ()
    style: Style = ""


class Pairs(NamedTuple):
    """Labels in a column with wrapped text beside them."""

    rows: Sequence[tuple[str, str]]
    style: Style = ""


class Table(NamedTuple):
    """Columns under heads; `right` names the columns that are aligned to the right, the widest other one wraps."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Collection[int] = ()


class Sides(NamedTuple):
    """Two labelled texts: side by side where the window is wide enough, else one below the other."""

    left: tuple[str, str]
    right: tuple[str, str]


class Grid(NamedTuple):
    """Columns under heads with labelled rows, each cell a list of entries that begin with a number or with blanks.

    As many columns as fit stand side by side, the others below; every row has a cell for every head.
    """

    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Sequence[str]]]]


class Picture(NamedTuple):
    """A diagram."""

    graph: "Graph"


class Pictures(NamedTuple):
    """Diagrams with a title each: side by side where the window is wide enough, else one after the other."""

    named: Sequence[tuple[str, "Graph"]]


class Sketch(NamedTuple):
    """Lines of code or of a design as they stand; what a window is too narrow for goes on below, further in."""

    text: str


class Gap(NamedTuple):
    """An empty line."""


Block = Rule | Text | Beside | Pairs | Table | Sides | Grid | Sketch | Picture | Pictures | Gap


class Bar(NamedTuple):
    """The bar below the prompt: the step, how much of its time is used (0-1), what is left, the keys that work."""

    title: str
    fraction: float | None
    left: str
    total: str
    state: Literal["", "warn", "over"]
    keys: Sequence[str]


class Tick(NamedTuple):
    """What a second brought: lines to show above the prompt, a bell, or the end of the step."""

    blocks: Sequence[Block] = ()
    bell: bool = False
    leave: bool = False


class Prompt(NamedTuple):
    """A line to read while a clock runs. `tick` is called about once a second with the text typed so far.

    `at_once` tells the keys that are sent as a line without Enter, when pressed on an empty line. For `settle` seconds
    a live Ui takes no Enter on the empty line: it belongs to the key before.
    """

    clock: Callable[[], str]
    bar: Callable[[], Bar]
    tick: Callable[[str], Tick]
    typed: Callable[[str], None]
    commands: Mapping[str, str]
    text: str = ""
    at_once: Callable[[], Collection[str]] = tuple
    settle: float = 0.0


class Keys(NamedTuple):
    """A question answered with one key. `keys` says what each does; Enter is the key "", ctrl-c is never one.

    `numbers` are numbers that may be typed instead, `numbered` says what they name. Of `wordy` keys the plain Ui takes
    the rest of the line as text; "#" among them stands for the numbers. With `other` a line that is none of them
    counts as Enter in the plain Ui, and is read again as the next line. A `fleeting` question is gone from a live
    screen once it was answered.
    """

    question: str
    keys: Mapping[str, str]
    numbers: Collection[int] = ()
    numbered: str = ""
    wordy: Collection[str] = ()
    other: bool = False
    fleeting: bool = False

    def offered(self) -> list[str]:
        """Each key with what it does, for keys that are worth a word, and the numbers: after Enter, or last."""
        shown = [f"{key or 'Enter'} {what}" for key, what in self.keys.items() if what]
        if self.numbers and self.numbered:
            low, high = min(self.numbers), max(self.numbers)
            at = 1 if self.keys.get("") else len(shown)
            shown.insert(at, f"{low if low == high else f'{low}-{high}'} {self.numbered}")
        return shown


class Answer(NamedTuple):
    """The key that was pressed (a number as its digits), and the text after it where there is one."""

    key: str
    text: str = ""


class Ui(Protocol):
    """A terminal, live or line by line. Every method that reads raises Stopped."""

    plain: bool

    def show(self, *blocks: Block) -> None:
        """Shows blocks for good."""

    def read(self, prompt: Prompt) -> str | None:
        """A line, while the clock runs; None when a tick asked to leave the step."""

    def key(self, keys: Keys) -> Answer:
        """One key."""

    def line(self, label: str, text: str = "") -> str:
        """A line, without a clock."""

    def choose(self, question: str, options: Sequence[tuple[str, str]]) -> str:
        """One of several options, each an id and a line of text."""

    def edit(self, path: Path, second: Callable[[], None]) -> bool | None:
        """Opens a file in the person's editor; whether it ended well, None when there is none to start.

        `second` is called about once a second while it runs.
        """

    def sitting(self) -> AbstractContextManager[None]:
        """Holds the terminal for a whole sitting: no key is lost between two prompts, signals become Stopped."""
