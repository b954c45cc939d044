"""Bare `coach`."""

from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from typer.testing import Result

from coach.commands import practice, world
from coach.errors import Stopped
from coach.record.settings import keep_setting
from coach.terminal.layout import lines
from tests.builders import SMALL
from tests.cards import TODAY, Desk, flat, plain
from tests.commands.test_debrief import LINES
from tests.commands.test_practice import GRADED, NOTES, coach
from tests.rounds import a_round
from tests.scripted import ScriptedUi

TASTE = SMALL.replace("id: small\n", "id: sip\nformat: taste\n").replace("A small question", "A sip")


def shown(result: Result | None = None) -> str:
    """What it says, as one line."""
    return flat((result or coach()).stdout)


def row(label: str) -> str:
    """One of the rows below the first step; empty when there is none."""
    lines = coach().stdout.splitlines()
    at = next((at for at, line in enumerate(lines) if line.startswith(f" {label} ")), len(lines))
    more = lines[at + 1 : at + 2] if at + 1 < len(lines) and lines[at + 1].startswith("   ") else []
    return " ".join(" ".join([*lines[at : at + 1], *more]).split())


def question(desk: Desk, name: str = "small", text: str = SMALL) -> Path:
    """A question of the person's own."""
    path = desk.places.content.scenarios / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("id: small\n", f"id: {name}\n"))
    return path


def finished(desk: Desk, name: str = "small") -> None:
    """A round that is not graded; the clock of these tests stands still, so its notes must tell that it is one."""
    question(desk, name)
    coach("practice", name, "--no-grade", "--untimed", typed=NOTES)
    desk.clock.forward(60)


# cards


def test_it_names_what_the_quiz_has_today_how_long_it_takes_and_the_command(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c", "x"))
    desk.graded("d/a", 3, day=-4)
    desk.graded("d/b", 1)
    desk.clock.forward(60)
    assert "Go through the cards of today: 1 to repeat, 1 due, 2 new, about 3 minutes." in shown()
    assert "\n   coach quiz\n" in coach().stdout
    finished(desk)
    assert row("cards") == "cards 1 to repeat, 1 due, 2 new, about 3 minutes `coach quiz`"
    coach("quiz", typed="\n3\n" * 4)
    assert row("cards") == ""


def test_what_it_names_is_what_the_quiz_brings(desk: Desk) -> None:
    desk.put("d", *plain(*(f"w{number}" for number in range(9))))
    finished(desk)
    assert row("cards").startswith("cards 6 new, about 4 minutes.")
    assert " 6 new: about 4 minutes." in coach("quiz", typed="/quit\n").stdout


def test_without_cards_nothing_is_said_of_them(desk: Desk) -> None:
    finished(desk)
    assert "cards" not in coach().stdout.replace("comes back as cards", "")


# rounds


def test_a_round_that_is_not_graded_comes_first_then_a_paused_one_then_the_cards(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    finished(desk)
    coach("practice", "small", typed="a\n")
    desk.clock.forward(86_400)
    assert shown().count("Grade yesterday's round on small, 4 notes.") == 1
    below = coach().stdout.partition("── Then")[2].splitlines()[1:]
    assert [line.split()[0] for line in below if line[1:2].strip()][:2] == ["go", "cards"]


def test_the_command_that_it_names_works(desk: Desk) -> None:
    finished(desk)
    (command,) = [line.split()[1:] for line in coach().stdout.splitlines() if line.startswith("   coach ")]
    assert command[0] == "grade"
    assert "A small question" in coach(*command, typed="").stdout


def test_a_day_for_the_interview_is_asked_for_once_a_round_was_done_and_told_when_it_is_known(desk: Desk) -> None:
    question(desk)
    coach("practice", "small", typed="a\n")
    assert "--date" not in shown()
    finished(desk)
    assert "An interview ahead? `coach plan --date 2026-12-05`" in shown()
    keep_setting(desk.places.config, "interview", "2026-12-01")
    assert "Interview on 1 December, in 10 days. `coach plan` shows them." in shown()
    assert "--date" not in shown()


# the interview


def test_on_the_eve_the_known_cards_and_the_page_come_first_and_no_round_is_offered(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    finished(desk)
    coach("practice", "small", typed="a\n")
    for card, grade in (("a", 4), ("b", 4), ("c", 1)):
        desk.graded(f"d/{card}", grade)
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=1)).isoformat())
    said = shown()
    assert "The interview is tomorrow. Go through 2 cards you know." in said
    assert "coach quiz --known" in said
    assert "`coach checklist`" in said
    assert "coach practice" not in said
    assert "coach resume" not in said
    assert row("later").startswith("later small, today, 4 notes. `coach grade")
    assert "2 cards to go through" in coach("quiz", "--known", typed="/quit\n").stdout


def test_on_the_eve_the_page_comes_first_once_the_known_cards_were_gone_through(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    finished(desk)
    for card in ("a", "b"):
        desk.graded(f"d/{card}", 4)
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=1)).isoformat())
    coach("quiz", "--known", typed="\n3\n/quit\n")
    assert "Go through 2 cards you know." in shown()
    assert coach("quiz", "--known", typed="\n3\n" * 2).stdout.endswith("Next: `coach`.\n")
    assert "The interview is tomorrow. Read the page once." in shown()
    assert "how to close. That is all for today. coach checklist" in shown()
    assert "--known" not in shown()


def test_an_interview_that_is_over_is_told_for_a_while(desk: Desk) -> None:
    finished(desk)
    keep_setting(desk.places.config, "interview", (TODAY - timedelta(days=1)).isoformat())
    assert "The interview of 20 November is over. Another? `coach plan --date 2026-12-05`" in shown()
    keep_setting(desk.places.config, "interview", (TODAY - timedelta(days=15)).isoformat())
    assert "An interview ahead?" in shown()


def test_with_an_interview_to_come_todays_part_of_the_plan_comes(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    question(desk, "other")
    finished(desk)
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=14)).isoformat())
    desk.later(1)
    assert shown().count("Grade yesterday's round on small, 4 notes.") == 1
    assert row("cards") == "cards 1 new, about 1 minute. `coach quiz`"
    assert row("mock") == "mock other, 54 minutes. `coach practice other --mock`"
    finished(desk, "other")
    assert row("mock") == ""
    coach("quiz", typed="\n3\n")
    coach("grade", "other", typed=GRADED)
    coach("grade", "small", typed=GRADED)
    assert "Today's part is done. Tomorrow: " in shown()


def test_after_the_interview_it_asks_what_it_was_like_until_that_was_told(desk: Desk) -> None:
    finished(desk)
    keep_setting(desk.places.config, "interview", TODAY.isoformat())
    assert row("after it") == "after it what was asked, in ten minutes. `coach debrief`"
    assert "coach debrief" not in coach("plan").stdout
    desk.later(1)
    assert coach("plan").stdout.endswith(" Next: `coach debrief`.\n")
    assert "The interview was yesterday. Write down what was asked." in shown()
    assert "\n   coach debrief\n" in coach().stdout
    assert row("grade").startswith("grade small, yesterday, 4 notes.")
    desk.later(13)
    assert "The interview was on 21 November." in shown()
    coach("debrief", typed="today\nA search\n")
    assert "coach debrief" in shown(), "it is not finished"
    assert "Go on with your debrief of the interview of 5 December." in shown()
    coach("debrief", typed=f"n\n{LINES}")
    assert row("go on") == "go on your debrief of 5 Dec. `coach debrief`"
    assert "The interview was" not in shown()
    assert "coach debrief" not in coach("plan").stdout
    coach("debrief", typed="\n\nevals\n\n8\nno labels\n\n8 1\n\nLabel 200 pairs\n\n\n")
    assert "coach debrief" not in shown()
    desk.later(1)
    assert "The interview was" not in shown()


def test_on_the_day_there_is_the_page_and_what_comes_after_it(desk: Desk) -> None:
    finished(desk)
    keep_setting(desk.places.config, "interview", TODAY.isoformat())
    assert "how to close. coach checklist ── Then" in shown()
    assert shown().endswith("after it what was asked, in ten minutes. `coach debrief`")
    assert "grade" not in shown()


def test_on_the_day_it_goes_on_as_on_the_day_after_once_the_interview_was_told_of(desk: Desk) -> None:
    finished(desk)
    keep_setting(desk.places.config, "interview", TODAY.isoformat())
    coach("debrief", typed=LINES.replace("yesterday", "today", 1))
    assert "Grade today's round on small" in shown()
    assert "The interview of 21 November is over. Another?" in shown()
    assert "coach checklist" not in shown()
    said = coach("plan").stdout
    assert said.startswith("── The coming two weeks")
    assert "coach debrief" not in said


# the first run


def test_the_first_run_says_what_this_is_and_names_a_taste_where_there_is_no_terminal(desk: Desk) -> None:
    question(desk, "sip", TASTE)
    question(desk)
    result = coach()
    assert result.exit_code == 0
    assert str(desk.places.home) in result.stdout.replace("\n", "")
    assert "two minutes: `coach practice sip`" in shown(result)
    assert "a whole question: `coach practice small`" in shown(result)


def test_without_a_taste_the_first_run_offers_a_whole_question(desk: Desk) -> None:
    question(desk)
    question(desk, "broken", "schema: 1\nid: broken\nformat: taste\n")
    assert "a taste" not in shown()
    assert "a whole question: `coach practice small`" in shown()


def test_with_nothing_at_all_the_first_run_still_says_where_to_look(desk: Desk) -> None:
    assert shown().endswith("help `coach --help`")


class Terminal:
    """A person at a terminal on the first run, whose rounds are only noted down."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch, *keys: str | Stopped) -> None:
        self.ui = ScriptedUi(desk.clock, [], keys)
        self.started: list[str] = []

        def begin(folder: str | None, scenario: str | None, **options: object) -> int:
            self.started.append(scenario or "")
            return 0

        monkeypatch.setattr(world, "is_terminal", lambda: True)
        monkeypatch.setattr(world, "_ui", lambda home, *, plain: self.ui)
        monkeypatch.setattr(practice, "run", begin)


def test_at_a_terminal_enter_starts_the_taste(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    question(desk, "sip", TASTE)
    terminal = Terminal(desk, monkeypatch, "")
    assert coach().exit_code == 0
    assert terminal.started == ["sip"]
    assert "Begin with a taste of two minutes: A sip." in terminal.ui.text


def test_who_does_not_want_it_now_gets_the_commands(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    question(desk, "sip", TASTE)
    question(desk)
    terminal = Terminal(desk, monkeypatch, "q")
    assert coach().exit_code == 0
    assert terminal.started == []
    for command in ("coach practice sip", "coach practice small", "coach list", "coach --help"):
        assert f"`{command}`" in terminal.ui.text


@pytest.mark.parametrize(("why", "code"), [("interrupt", 130), ("end", 0)])
def test_who_leaves_the_first_screen_gets_the_commands_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, why: Literal["interrupt", "end"], code: int
) -> None:
    question(desk, "sip", TASTE)
    terminal = Terminal(desk, monkeypatch, Stopped(why))
    assert coach().exit_code == code
    assert terminal.started == []
    assert "`coach practice sip`" in terminal.ui.text


@pytest.mark.parametrize("what", ["round", "review"])
def test_who_did_anything_before_is_not_welcomed(desk: Desk, what: str) -> None:
    question(desk, "sip", TASTE)
    desk.put("d", *plain("a"))
    if what == "round":
        coach("practice", "sip", "--format", "four-phase", typed="a\n")
    else:
        desk.graded("d/a", 3, mode="cram")
    assert "a taste" not in shown()


# what cannot be read


@pytest.mark.parametrize("what", ["log", "deck", "journal"])
def test_what_cannot_be_read_keeps_nobody_from_the_rest(desk: Desk, what: str) -> None:
    desk.put("d", *plain("a"))
    finished(desk)
    if what == "log":
        desk.places.reviews.mkdir()
        (desk.places.reviews / "bbbbbb.jsonl").write_text('{"coach":"reviews","version":9}\n')
    elif what == "deck":
        desk.put("d", "{id: a, kind: recall, front: No back}")
    else:
        (desk.places.sessions / f"{a_round(14, 'other').session}.bbbbbb.jsonl").write_text("{}\n")
        (desk.places.sessions / "mine.txt").write_text("x")
    result = coach()
    assert result.exit_code == 0
    assert "Grade today's round on small, 4 notes." in shown(result)
    assert (row("cards") == "") == (what != "journal")
    assert result.stderr.count("left out: ") == (what != "deck")  # `coach decks` names the broken ones


def test_a_wrong_setting_is_an_error_with_its_line(desk: Desk) -> None:
    keep_setting(desk.places.config, "retention", "9")
    result = coach()
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"error: {desk.places.config}:1: retention should be ")


# the window


def test_one_screen_of_sixty_columns_and_twenty_lines_holds_all_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "a-question-with-a-long-name"
    for _ in range(4):
        finished(desk, name)
        coach("practice", name, typed="a\n")
        desk.clock.forward(60)
    desk.put("d", *plain("a"))
    blocks = []
    printer = world.printer()
    monkeypatch.setattr(type(printer), "show", lambda self, *given: blocks.extend(given))
    coach()
    rows = [line for block in blocks for line in lines(block, 60, lambda picture: [])]
    assert max(map(len, rows)) <= 60
    assert len(rows) < 20
