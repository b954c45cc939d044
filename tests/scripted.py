"""A scripted Ui: a person who types what the test says, at the times the test says."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from coach.content.library import Library
from coach.record.home import Home
from coach.screens.app import App
from coach.screens.ui import Answer, Block, Keys, Prompt, Stopped
from coach.terminal.layout import lines
from tests.conftest import Clock

Line = str | float | Stopped
"""A line to send, seconds to wait first, or an end of the talk."""


class ScriptedUi:
    """Plays lines and keys; everything shown is kept as text."""

    def __init__(self, clock: Clock, script: Sequence[Line], keys: Sequence[str] = (), *, plain: bool = False) -> None:
        self.clock = clock
        self.plain = plain
        self.script = list(script)
        self.keys = list(keys)
        self.answers: Callable[[Keys], str | None] = lambda keys: None
        self.shown: list[str] = []
        self.asked: list[str] = []
        self.restored: list[str] = []
        self.bells = 0
        self.pressed = 0
        self.edited = ""

    @property
    def text(self) -> str:
        """Everything shown so far."""
        return "\n".join(self.shown)

    def show(self, *blocks: Block) -> None:
        for block in blocks:
            self.shown += lines(block, 80, lambda picture: picture.graph.paths())

    def read(self, prompt: Prompt) -> str | None:
        self.restored.append(prompt.text)
        prompt.tick(prompt.text)
        while self.script:
            item = self.script.pop(0)
            if isinstance(item, Stopped):
                raise item
            if isinstance(item, str):
                prompt.typed(item)
                return item
            for _ in range(int(item)):
                self.clock.forward(1)
                tick = prompt.tick("")
                self.show(*tick.blocks)
                self.bells += tick.bell
                if tick.leave:
                    return None
        raise Stopped("end")

    def key(self, keys: Keys) -> Answer:
        self.asked.append(keys.question)
        self.shown.append(keys.question)
        self.pressed += 1
        answer = self.answers(keys)
        if answer is None:
            if not self.keys:
                raise Stopped("end")
            answer = self.keys.pop(0)
        key, _, rest = answer.partition(" ")
        legal = key in keys.keys or (key.isdecimal() and int(key) in keys.numbers)
        if not legal and keys.other:
            self.keys.insert(0, answer)
            return Answer("")
        assert legal, f"{key!r} is none of {list(keys.keys)} for {keys.question!r}"
        return Answer(key, rest)

    def line(self, label: str, text: str = "") -> str:
        self.asked.append(label)
        if not self.keys:
            raise Stopped("end")
        return self.keys.pop(0) or text

    def choose(self, question: str, options: Sequence[tuple[str, str]]) -> str:
        self.asked.append(question)
        self.shown += [line for _, line in options]
        return self.keys.pop(0)

    def edit(self, path: Path, second: Callable[[], None]) -> bool | None:
        second()
        if self.edited == "NONE":
            return None
        if not self.edited:
            return False
        path.write_text(self.edited + "\n", encoding="utf-8")
        return True

    @contextmanager
    def sitting(self) -> Iterator[None]:
        yield


def scripted_app(home: Home, library: Library, ui: ScriptedUi) -> App:
    """An app around a scripted Ui, with its clock and a fixed chance."""
    return App(now=ui.clock, rng=Random(7), home=home, library=library, ui=ui)
