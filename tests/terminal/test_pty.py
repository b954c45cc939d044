"""Two smoke tests on a real pty: what the screen shows, not how."""

import re
from pathlib import Path

import pytest

from tests.ptydriver import COACH, Terminal, environment

PROMPT = re.compile(r"\d\d:\d\d [›>]")
COLOUR = re.compile(rb"\x1b\[(?:\d*;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d*)*m")

pytestmark = pytest.mark.timeout(120)


def _at_prompt(terminal: Terminal) -> bool:
    """Whether an empty prompt waits."""
    return PROMPT.fullmatch(terminal.row) is not None


def _sent(terminal: Terminal, line: str) -> None:
    """Types a line, sends it and waits for the next prompt."""
    terminal.send(line)
    terminal.until(lambda t: t.row.endswith(line))
    terminal.send("\r")
    terminal.until(_at_prompt)


def test_a_drill_at_80_by_24_is_paused_and_goes_on(tmp_path: Path) -> None:
    environ = environment(tmp_path)
    with Terminal([*COACH, "practice", "rag-support"], environ) as terminal:
        terminal.until("Enter starts the clock")
        terminal.send("\r")
        terminal.until(_at_prompt)
        terminal.until("left 00:0")  # the bar below the prompt, with the clock in it
        assert re.search(r"Clarify .*04:5\d left .*/next", terminal.lines[-1])
        _sent(terminal, "how fresh must answers be")
        assert any(re.fullmatch(r"00:0\d › how fresh must answers be", row) for row in terminal.lines)
        _sent(terminal, "/next")
        terminal.until("High-level design · 2 of 4")
        terminal.send("bm25 next to de")
        terminal.until("› bm25 next to de")
        terminal.send("\x03")
        assert terminal.wait() == 130
        assert re.search(
            r"Paused at 00:\d\d in high-level design, 1 note saved. `coach resume` goes on", terminal.flowing
        )
        assert terminal.attributes() == terminal.attributes_before
    with Terminal([*COACH, "resume"], environ) as terminal:
        terminal.until("› bm25 next to de")
        assert "how fresh must answers be" in terminal.flowing
        assert "High-level design · 2 of 4" in terminal.flowing
        _sent(terminal, "nse")
        assert any(row.endswith("› bm25 next to dense") for row in terminal.lines)
        terminal.send("\x03")
        assert terminal.wait() == 130
        assert "2 notes saved" in terminal.flowing


def test_a_drill_at_40_by_12_without_colours_and_unicode(tmp_path: Path) -> None:
    environ = environment(tmp_path, LANG="C", NO_COLOR="1")
    with Terminal([*COACH, "practice", "rag-support"], environ, columns=40, rows=12) as terminal:
        terminal.until("starts the clock")
        terminal.until("q not now >")
        terminal.send("\r")
        terminal.until(_at_prompt)
        terminal.until(lambda t: any(re.search(r"04:5\d left", row) for row in t.lines))
        _sent(terminal, "how fresh must it be")
        _sent(terminal, "/check 1")
        _sent(terminal, "/next")
        terminal.until("High-level design")
        terminal.send("half a line that is longer than a narrow window")
        terminal.until("longer than a narrow window")
        terminal.send("\x03")
        assert terminal.wait() == 130
        assert "`coach resume` goes on" in terminal.flowing
        assert terminal.attributes() == terminal.attributes_before
        assert terminal.raw.decode().isascii(), sorted(set(terminal.raw.decode()) - set(map(chr, range(128))))
        assert not COLOUR.search(terminal.raw), COLOUR.findall(terminal.raw)


@pytest.mark.parametrize(("keys", "code"), [("\x03", 130), ("\x04", 0), ("q", 1)])
def test_a_question_outside_of_a_round_can_be_left_without_a_traceback(tmp_path: Path, keys: str, code: int) -> None:
    with Terminal([*COACH, "show", "rag-support", "--solution"], environment(tmp_path)) as terminal:
        terminal.until("rather not")
        terminal.send(keys)
        assert terminal.wait() == code
        assert "Traceback" not in terminal.text
        assert "Five questions change the design" not in terminal.text
