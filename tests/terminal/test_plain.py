"""The line-by-line Ui."""

import os
from collections.abc import Iterator
from io import StringIO
from typing import TextIO

import pytest

from coach.language.graph import read_mermaid
from coach.screens.ui import Bar, Keys, Picture, Prompt, Rule, Stopped, Tick
from coach.screens.ui import Text as Paragraph
from coach.terminal.plain import PlainUi

KEYS = Keys("Well?", {"y": "yes", "s": "said", "": "on"}, range(1, 12), "a note", wordy=("s",))


def _ui(text: str) -> tuple[PlainUi, StringIO]:
    out = StringIO()
    return PlainUi(StringIO(text), out), out


def _prompt(ticks: list[Tick] | None = None) -> Prompt:
    bar = Bar("Clarify", 0.5, "", "", "", [])
    return Prompt(lambda: "00:00", lambda: bar, lambda t: ticks.pop(0) if ticks else Tick(), lambda t: None, {})


def test_lines_are_read_one_by_one_and_the_end_is_a_stop() -> None:
    ui, _ = _ui("a\r\nb")
    assert [ui.read(_prompt()), ui.read(_prompt())] == ["a", "b"]
    with pytest.raises(Stopped) as caught:
        ui.read(_prompt())
    assert caught.value.why == "end"


def test_no_input_at_all_is_the_end_of_it() -> None:
    with pytest.raises(Stopped) as caught:
        PlainUi(None, StringIO()).read(_prompt())
    assert caught.value.why == "end"


@pytest.mark.parametrize(
    ("line", "key", "text"),
    [
        ("y", "y", ""),
        ("Y", "y", ""),
        ("s I said so", "s", "I said so"),
        ("", "", ""),
        ("11", "11", ""),
        ("07", "7", ""),
    ],
)
def test_a_key_is_a_line(line: str, key: str, text: str) -> None:
    ui, _ = _ui(line + "\n")
    answer = ui.key(KEYS)
    assert (answer.key, answer.text) == (key, text)


def test_a_line_that_is_no_key_is_asked_again() -> None:
    ui, out = _ui("maybe\n12\ny\n")
    assert ui.key(KEYS).key == "y"
    assert "'maybe' is none of these" in out.getvalue()


def test_text_behind_a_number_is_taken_only_where_numbers_are_wordy() -> None:
    ui, out = _ui("3 s aloud\n3\n")
    assert ui.key(KEYS) == ("3", "")
    assert "'3 s aloud' is none of these" in out.getvalue()
    ui, _ = _ui("3 s aloud\n")
    assert ui.key(KEYS._replace(wordy=("#",))) == ("3", "s aloud")


def test_a_line_that_is_no_key_may_count_as_enter_and_is_read_again() -> None:
    ui, _ = _ui("how many docs?\nnext\n")
    assert ui.key(Keys("Start?", {"": "go", "q": "no"}, other=True)).key == ""
    assert [ui.read(_prompt()), ui.read(_prompt())] == ["how many docs?", "next"]


def test_a_line_keeps_what_was_there_when_nothing_is_typed() -> None:
    ui, _ = _ui("\nnew\n")
    assert [ui.line("Why?", "old"), ui.line("Why?", "old")] == ["old", "new"]


def test_one_of_several_options_by_number() -> None:
    ui, out = _ui("2\n")
    assert ui.choose("Which?", [("a", "First"), ("b", "Second")]) == "b"
    assert "2 Second" in out.getvalue()


def test_nothing_it_writes_is_an_escape() -> None:
    ui, out = _ui("")
    ui.show(
        Paragraph("\x1b[31m[bold]x\x07"), Rule("a\x1b]0;t\x07", "b"), Picture(read_mermaid("flowchart LR\n a --> b"))
    )
    assert "\x1b" not in out.getvalue()
    assert "[31m[bold]x" in out.getvalue()


def test_ascii_only_where_the_locale_promises_no_more() -> None:
    out = StringIO()
    PlainUi(None, out, unicode=False).show(Rule("A · B", "c"), Paragraph("✓ “yes” › no – 3 ≥ 2 …"))
    assert out.getvalue().isascii()


@pytest.fixture
def pipe() -> Iterator[tuple[int, TextIO]]:
    """The writing end of a pipe as a number, the reading end as a stream."""
    read, write = os.pipe()
    with os.fdopen(read) as stream:
        yield write, stream


def test_while_it_waits_on_a_pipe_the_clock_is_told(pipe: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch) -> None:
    write, stream = pipe
    out = StringIO()
    waits: list[float | None] = []

    def waited(readers: list[int], writers: list[int], errors: list[int], seconds: float | None) -> object:
        waits.append(seconds)
        if len(waits) == 2:
            os.write(write, b"late\n")
            os.close(write)
        return (readers if len(waits) >= 2 else [], [], [])

    monkeypatch.setattr("coach.terminal.plain.select.select", waited)
    ui = PlainUi(stream, out)
    assert ui.read(_prompt([Tick([Paragraph("Half-time.")])])) == "late"
    assert waits == [1.0, 1.0]
    assert "Half-time." in out.getvalue()


def test_a_strict_step_that_is_over_leaves_the_line(pipe: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch) -> None:
    write, stream = pipe
    monkeypatch.setattr("coach.terminal.plain.select.select", lambda *a: ([], [], []))
    assert PlainUi(stream, StringIO()).read(_prompt([Tick(leave=True)])) is None
    os.close(write)


def test_bytes_that_are_no_utf8_do_not_break_it(pipe: tuple[int, TextIO]) -> None:
    write, stream = pipe
    os.write(write, b"caf\xe9\nb")
    os.close(write)
    ui = PlainUi(stream, StringIO())
    assert ui.read(_prompt()) == "caf\ufffd"
    assert ui.read(_prompt()) == "b"
