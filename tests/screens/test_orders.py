"""Lines that are commands."""

import pytest

from coach.screens.drill import Drill
from coach.screens.orders import AIDS, COMMANDS, Order, parse


@pytest.mark.parametrize(
    ("line", "name", "argument"),
    [
        ("/next", "next", ""),
        ("/n", "next", ""),
        ("/NEXT", "next", ""),
        ("/edit 3", "edit", "3"),
        ("/e  3 ", "edit", "3"),
        ("/check 1 2", "check", "1 2"),
        ("/h", "help", ""),
        ("/q", "quit", ""),
        ("/hi", "hint", ""),
    ],
)
def test_a_unique_beginning_is_enough(line: str, name: str, argument: str) -> None:
    assert parse(line, COMMANDS) == Order(name, argument)


@pytest.mark.parametrize("line", ["no slash", "a /next b", " /next", "8/s at the peak"])
def test_other_lines_are_notes(line: str) -> None:
    assert parse(line, COMMANDS) == line


def test_two_slashes_begin_a_note_with_one() -> None:
    assert parse("//etc/hosts is mounted", COMMANDS) == "/etc/hosts is mounted"


@pytest.mark.parametrize("line", ["/", "/zzz", "/nextt"])
def test_what_fits_no_command_is_no_order(line: str) -> None:
    assert parse(line, COMMANDS) == Order("")


def test_what_fits_several_names_them() -> None:
    order = parse("/qu", COMMANDS)
    assert isinstance(order, Order)
    assert set(order.could_be) == {"question", "quit"}


def test_every_command_is_obeyed() -> None:
    assert all(callable(getattr(Drill, f"_do_{name}")) for name in COMMANDS)
    assert set(AIDS) <= set(COMMANDS)


def test_next_can_be_had_with_one_letter() -> None:
    assert [name for name in COMMANDS if name.startswith("n")] == ["next"]
