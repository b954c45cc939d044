"""A page over the whole window, on a real pty."""

import re
import signal
from pathlib import Path

import pytest

from tests.ptydriver import COACH, Terminal, environment

pytestmark = pytest.mark.timeout(120)

ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"


def test_it_opens_in_the_other_screen_and_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with Terminal([*COACH, "checklist"], environment(tmp_path)) as terminal:
        terminal.until("q leaves")
        assert ENTERED in terminal.raw
        assert LEFT not in terminal.raw
        assert terminal.lines[0].startswith(" Open ")
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.raw.count(ENTERED) == terminal.raw.count(LEFT) == 1
        assert terminal.raw.rindex(LEFT) > terminal.raw.rindex(b"leaves")
        assert terminal.attributes() == terminal.attributes_before


def test_a_low_window_scrolls_to_the_end_and_not_further(tmp_path: Path) -> None:
    with Terminal([*COACH, "checklist"], environment(tmp_path), columns=60, rows=8) as terminal:
        terminal.until("more lines")
        top = terminal.lines[0]
        terminal.send("    ")
        terminal.until("Unfamiliar")
        terminal.until("g begins again")
        assert terminal.lines[6].strip() != ""
        terminal.send("g")
        terminal.until(lambda t: t.lines[0] == top)
        terminal.send("\x1b[B")
        terminal.until(lambda t: t.lines[0] != top)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 130)])
def test_a_signal_gives_the_terminal_back(tmp_path: Path, number: int, code: int) -> None:
    with Terminal([*COACH, "checklist"], environment(tmp_path)) as terminal:
        terminal.until("q leaves")
        terminal.signal(number)
        assert terminal.wait() == code
        assert LEFT in terminal.raw
        assert terminal.attributes() == terminal.attributes_before


def test_ticks_without_colours_unicode_or_a_terminal_that_is_known_here(tmp_path: Path) -> None:
    environ = environment(tmp_path, TERM="no-such-terminal", LANG="C", NO_COLOR="1")
    with Terminal([*COACH, "checklist", "--tick"], environ) as terminal:
        terminal.until("space ticks")
        assert re.match(r' > \[ \] "', terminal.lines[1])
        terminal.send(" ")
        terminal.until("[x]")
        terminal.until("1 of ")
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.text.isascii()
        assert not re.search(rb"\x1b\[(?:\d*;)*3\d(?:;\d*)*m", terminal.raw)
