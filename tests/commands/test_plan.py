"""`coach plan`."""

import json
import os
import re
from datetime import timedelta
from typing import Any

import pytest

from coach import cli
from coach.interview.study_plan import study_plan
from coach.record.settings import keep_setting, read_settings
from tests.cards import TODAY, Desk, flat, plain
from tests.commands.test_practice import GRADED, NOTES, coach
from tests.commands.test_start import finished, question, row
from tests.plans import lives

KEYS = ["kind", "scenario", "phase", "session", "command", "minutes", "why", "done"]


def planned(*words: str) -> dict[str, Any]:
    """The plan as other tools see it."""
    found: dict[str, Any] = json.loads(coach("plan", "--json", *words).stdout)
    return found


@pytest.fixture(autouse=True)
def _questions(desk: Desk) -> None:
    for name in ("small", "other", "third"):
        question(desk, name)


def test_without_a_day_it_plans_two_weeks_and_says_how_one_is_given(desk: Desk) -> None:
    said = flat(coach("plan").stdout)
    assert said.startswith("── The coming two weeks")
    assert said.endswith("An interview ahead? `coach plan --date 2026-12-05` plans until then.")
    keep_setting(desk.places.config, "interview", (TODAY - timedelta(days=1)).isoformat())
    assert planned()["interview"] is None
    assert len(planned()["days"]) == 14
    keep_setting(desk.places.config, "interview", "9999-12-31")
    assert len(planned()["days"]) == 14


def test_day_and_hours_are_kept(desk: Desk) -> None:
    result = coach("plan", "--date", "2026-12-05", "--hours-per-week", "3")
    assert result.stderr == (
        f"Interview on 5 December: kept in {desk.places.config}; `coach plan --date off` drops it.\n"
        f"3 hours a week: kept in {desk.places.config}.\n"
    )
    assert "── Interview on Saturday 5 December" in result.stdout
    kept = read_settings(desk.places.config)
    assert (kept.interview, kept.hours_per_week) == (TODAY + timedelta(days=14), 3)
    assert "3 hours a week." in coach("plan").stdout
    coach("plan", "--date", "off")
    assert read_settings(desk.places.config).interview is None


def test_how_hours_are_changed_is_said_until_they_were(desk: Desk) -> None:
    coach("plan", "--date", "2026-12-05")
    assert "`coach plan --hours-per-week 8`" in coach("plan").stdout
    coach("plan", "--hours-per-week", "5")
    assert "--hours-per-week" not in coach("plan").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--date", "2026-11-20"], "An interview on 2026-11-20 is not within the year to come."),
        (["--date", "2028-01-01"], "not within the year to come"),
        (["--date", "soon"], "'soon' is no day."),
        (["--hours-per-week", "0"], "--hours-per-week should be from 1 to 60, is 0."),
        (["--hours-per-week", "61", "--date", "2026-12-05"], "is 61."),
        (["--hours-per-week", "many"], "many"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_kept(desk: Desk, words: list[str], said: str) -> None:
    result = coach("plan", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not desk.places.config.exists()


def test_json_has_a_day_each_with_the_same_keys(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    found = planned("--date", "2026-12-05")
    assert list(found) == ["interview", "hours_per_week", "today", "days"]
    assert (found["interview"], found["hours_per_week"], found["today"]) == ("2026-12-05", 5, "2026-11-21")
    assert [one["date"] for one in found["days"]][::14] == ["2026-11-21", "2026-12-05"]
    items = [item for one in found["days"] for item in one["items"]]
    assert all(list(item) == KEYS for item in items)
    assert items[0] == {
        "kind": "round", "scenario": "other", "phase": None, "session": None, "command": "coach practice other",
        "minutes": 54, "why": "a first question", "done": False,
    }  # fmt: skip
    assert (items[1]["kind"], items[1]["why"]) == ("cards", "2 new")
    assert items[-1]["command"] == "coach checklist --mine"


def test_what_is_done_is_planned_from(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    coach("practice", "small", "--untimed", "--no-grade", typed=NOTES)
    (grade, *_) = planned()["days"][0]["items"]
    assert (grade["kind"], grade["scenario"], grade["done"]) == ("grade", "small", False)
    coach("grade", typed=GRADED)
    coach("quiz", typed="\n3\n" * 2)
    first, *others = planned()["days"]
    assert [(item["kind"], item["scenario"], item["done"]) for item in first["items"]] == [
        ("round", "small", True), ("cards", None, True),
    ]  # fmt: skip
    assert first["items"][0]["session"]
    drills = [item["scenario"] for one in others for item in one["items"] if item["kind"] in ("round", "mock")]
    assert {*drills[:2]} == {"other", "third"}
    assert "Today's part is done." in coach("plan").stdout


def test_a_round_that_is_open_in_another_terminal_is_gone_on_with_there(desk: Desk) -> None:
    coach("practice", "small", typed="a note\n/quit\n")
    assert "`coach resume " in coach("plan").stdout
    (session,) = desk.home.sessions.journals()
    opened = desk.home.sessions.open(session)
    try:
        said = flat(coach("plan").stdout)
        (item, *_) = planned()["days"][0]["items"]
    finally:
        opened.close()
    assert f"min: open in another terminal (pid {os.getpid()})" in said
    assert "coach resume" not in said
    assert (item["kind"], item["command"]) == ("resume", None)


def test_on_the_eve_the_known_cards_are_done_once_they_were_gone_through(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    for card in ("a", "b"):
        desk.graded(f"d/{card}", 4, day=-1)
    found = planned("--date", "2026-11-22")["days"][0]["items"]
    assert [(item["kind"], item["done"]) for item in found] == [("known", False), ("checklist", False)]
    coach("quiz", "--known", typed="\n3\n" * 2)
    assert planned()["days"][0]["items"][0]["done"]


def test_what_cannot_be_read_keeps_nobody_from_the_rest(desk: Desk) -> None:
    finished(desk)
    desk.places.reviews.mkdir()
    (desk.places.reviews / "bbbbbb.jsonl").write_text('{"coach":"reviews","version":9}\n')
    result = coach("plan")
    assert (result.exit_code, result.stderr.count("left out: ")) == (0, 1)
    assert "`coach grade " in result.stdout
    assert " cards " not in result.stdout.replace("with cards", "").replace("as cards", "")


@pytest.mark.parametrize("seed", range(8))
def test_every_command_of_a_plan_parses(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = list[str]()
    monkeypatch.setattr(cli, "_run", lambda command, *told, **options: parsed.append(command))
    lived = [now._replace(known=10, known_left=10) for now in lives(seed, 16)]
    commands = {item.command for now in lived for one in study_plan(now) for item in one.items} - {""}
    assert len(commands) > 3
    for command in commands:
        program, *words = command.split()
        assert (program, coach(*words).exit_code) == ("coach", 0), command
    assert len(parsed) == len(commands)


# cards


def sit(desk: Desk) -> str:
    """Does the cards of today as the plan offers them, and returns the command."""
    (item,) = (item for item in planned()["days"][0]["items"] if item["kind"] == "cards")
    coach(*item["command"].split()[1:], typed="\n3\n" * 200)
    return str(item["command"])


def cards_of(day: int) -> dict[str, Any]:
    """The cards of a day."""
    found: dict[str, Any] = next(item for item in planned()["days"][day]["items"] if item["kind"] == "cards")
    return found


def test_who_does_the_cards_that_are_offered_is_done_with_them(desk: Desk) -> None:
    desk.put("d", *plain(*(f"w{number}" for number in range(46))))
    for number in range(40):
        desk.graded(f"d/w{number}", 3, day=-4)
    keep_setting(desk.places.config, "hours_per_week", "2")
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=30)).isoformat())
    finished(desk)
    assert (cards_of(0)["minutes"], cards_of(0)["why"]) == (6, "40 due, 6 new")
    assert row("cards") == "cards 6 minutes of 40 due, 6 new `coach quiz --minutes 6`"
    assert sit(desk) == "coach quiz --minutes 6"
    assert cards_of(0)["done"]
    assert "--minutes" not in coach().stdout


def test_the_cards_of_tomorrow_are_those_that_the_quiz_told(desk: Desk) -> None:
    desk.put("d", *plain(*(f"w{number}" for number in range(9))))
    finished(desk)
    assert sit(desk) == "coach quiz"
    (told,) = re.findall(r"Tomorrow: (.*)\.", coach("quiz").stdout)
    assert told == "3 new, about 2 minutes"
    assert (cards_of(1)["why"], cards_of(1)["minutes"]) == ("3 new", 2)
