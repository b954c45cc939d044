"""A scripted Ui: a person who types what the test says, at the times the test says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from coach.content.library import Library
from coach.record.home import Home
from coach.screens.app import App
from coach.screens.ui import Answer, Block, Keys, Prompt, Stopped
from coach.terminal.layout import lines
from tests.conftest import Clock

Line = str | float | Stopped | Callable[[], object]
"""A line to send, seconds to wait first, an end of the talk, or what happens elsewhere meanwhile."""


class ScriptedUi:
    """Plays lines and keys; everything shown is kept as text. Without `keys` of their own both come from `script`."""

    def __init__(
        self, clock: Clock, script: Sequence[Line], keys: Sequence[Line] | None = (), *, plain: bool = False
    ) -> None:
        self.clock = clock
        self.plain = plain
        self.script = list(script)
        self.keys = self.script if keys is None else list(keys)
        self.answers: Callable[[Keys], str | None] = lambda keys: None
        self.shown: list[str] = []
        self.asked: list[str] = []
        self.offered: list[Mapping[str, str]] = []
        self.prompts: list[Prompt] = []
        self.restored: list[str] = []
        self.bells = 0
        self.pressed = 0
        self.edited = ""
        self.editor: Callable[[Path], bool | None] | None = None

    @property
    def text(self) -> str:
        """Everything shown so far."""
        return "\n".join(self.shown)

    def show(self, *blocks: Block) -> None:
        for block in blocks:
            self.shown += lines(block, 80, lambda picture: picture.graph.paths())

    def read(self, prompt: Prompt) -> str | None:
        self.restored.append(prompt.text)
        self.prompts.append(prompt)
        prompt.tick(prompt.text)
        while self.script:
            item = self.script.pop(0)
            if isinstance(item, Stopped):
                raise item
            if isinstance(item, str):
                prompt.typed(item)
                return item
            if callable(item):
                item()
                continue
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
        self.offered.append(keys.keys)
        self.shown.append(keys.question)
        self.pressed += 1
        answer = self.answers(keys)
        if answer is None:
            answer = self._key()
        key, _, rest = answer.partition(" ")
        legal = key in keys.keys or (key.isdecimal() and int(key) in keys.numbers)
        if not legal and keys.other:
            self.keys.insert(0, answer)
            return Answer("")
        assert legal, f"{key!r} is none of {list(keys.keys)} for {keys.question!r}"
        return Answer(key, rest)

    def _key(self) -> str:
        while self.keys:
            item = self.keys.pop(0)
            if isinstance(item, Stopped):
                raise item
            if isinstance(item, str):
                return item
            if callable(item):
                item()
            else:
                self.clock.forward(item)
        raise Stopped("end")

    def line(self, label: str, text: str = "") -> str:
        self.asked.append(label)
        return self._key() or text

    def choose(self, question: str, options: Sequence[tuple[str, str]]) -> str:
        self.asked.append(question)
        self.shown += [line for _, line in options]
        return self._key()

    def edit(self, path: Path, second: Callable[[], None]) -> bool | None:
        second()
        if self.editor:
            return self.editor(path)
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
