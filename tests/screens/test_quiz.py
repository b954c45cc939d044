"""A sitting with flashcards: what is shown, what each key and command does, what is on the disk when."""

from datetime import timedelta

import pytest

from coach.recall.ledger import LEECH
from coach.record.settings import keep_setting
from tests.cards import CHOICE, EVERY_KIND, TODAY, Desk, flat, plain, rewritten


def options(text: str) -> list[list[str]]:
    """The options of each choice shown, in the order they were shown."""
    found: list[list[str]] = []
    for line in text.splitlines():
        number, _, option = line.strip().partition(" ")
        if number == "1" and option in ("red", "green", "blue", "black", "white"):
            found.append([])
        if number.isdecimal() and found and len(found[-1]) < 5:
            found[-1].append(option)
    return found


# from front to grade


def test_the_front_comes_first_then_the_back_and_the_grade_is_on_the_disk_before_the_next_card(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    seen: list[object] = []

    def look() -> None:
        seen.append(("The a." in desk.ui.text, "b?" in desk.ui.text, desk.told))

    desk.quiz(look, "", look, "3", look, "", "4")
    assert seen == [(False, False, []), (True, False, []), (True, True, [("d/a", 3, "due")])]
    assert desk.told == [("d/a", 3, "due"), ("d/b", 4, "due")]
    assert desk.progress("d/a").memory is not None


def test_it_begins_with_how_many_and_how_long_and_ends_with_what_it_came_to_and_what_next(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    desk.graded("d/a", 1, day=-3)
    ui = desk.quiz("", "3", "", "1", "", "3", "", "2")
    assert ui.shown[0] == " 1 due, 2 new: about 2 minutes."
    assert " 3 cards: 2 recalled at the first try, 1 failed first." in ui.shown
    assert ui.shown[-1].endswith("Next: `coach`.")


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("pick", "green", "✓ that is the one"),
        ("pick", "purple", "That could be none of them or several; a number is enough."),
        ("gap", "before it", "✓ in the blank"),
        ("gap", "after it", "· not in yours: before"),
        ("trade", "speed", "Compare pay and turns round first: no word of them is in yours."),
        ("fault", "no retry, no limit", "No word of it is missing from yours."),
        ("sum", "$13", "· $13 a month is 2.2 times too high"),
        ("sum", "about 9", "✓ $9 a month is within a factor of 2"),
        ("sum", "no idea", "That cannot be compared for sure."),
    ],
)
def test_a_typed_answer_is_compared_and_the_grade_stays_the_persons(
    desk: Desk, kind: str, typed: str, said: str
) -> None:
    desk.put("d", *(card for card in EVERY_KIND if f"id: {kind}," in card))
    ui = desk.quiz(typed, "1", "", "4")
    assert f" {said}" in ui.shown
    assert desk.told == [(f"d/{kind}", 1, "due"), (f"d/{kind}", 4, "repeat")]


def test_a_thought_answer_is_not_compared(desk: Desk) -> None:
    desk.put("d", *EVERY_KIND)
    ui = desk.quiz(*["  ", "3"] * 5)
    assert "yours" not in ui.text
    assert "✓" not in ui.text


def test_typed_asks_once_for_an_answer_and_takes_none_for_none(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz("", "a name", "3", "", "", "3", typed=True)
    assert ui.text.count("Type what you would say") == 2
    assert len(desk.told) == 2


def test_the_place_counts_up_also_over_cards_that_come_back(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    ui = desk.quiz("", "1", "", "3", "", "3", "", "3")
    places = [line.split(" ─")[-2].strip("─ ") for line in ui.shown if line.startswith("── On d")]
    assert places == ["1 of 3", "2 of 4", "3 of 4", "4 of 4"]
    assert [prompt.clock() for prompt in ui.prompts] == ["1/3", "2/4", "3/4", "4/4"]


# choices


def test_options_are_shuffled_at_each_showing_and_stand_still_within_one(desk: Desk) -> None:
    desk.put("d", CHOICE, *plain("z"))
    ui = desk.quiz("/flag", "/edit", "", "e", "f", "1", "", "3", "", "1", "", "3", editor=lambda path: True)
    first, second, third = options(ui.text)
    assert sorted(first) == sorted(second) == sorted(third)
    assert not first == second == third
    backs = [int(line.split()[0]) for line in ui.shown if line.strip() in {f"{n} green" for n in range(1, 6)}]
    assert set(backs) >= {order.index("green") + 1 for order in (first, second, third)}


@pytest.mark.parametrize(("wanted", "said"), [("green", "that is the one"), ("red", "another one is right")])
def test_a_number_means_the_option_it_stands_beside(desk: Desk, wanted: str, said: str) -> None:
    desk.put("d", CHOICE)

    def answer() -> None:
        desk.ui.script.insert(0, str(options(desk.ui.text)[0].index(wanted) + 1))

    assert said in desk.quiz(answer, "3").text


# again, and what schedules


def test_again_comes_back_in_this_sitting_until_it_is_recalled_and_the_first_grade_of_the_day_counts(
    desk: Desk,
) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz("", "1", "", "3", "", "1", "", "2")
    assert desk.told == [("d/a", 1, "due"), ("d/b", 3, "due"), ("d/a", 1, "repeat"), ("d/a", 2, "repeat")]
    assert desk.due("d/a") == TODAY + timedelta(days=1)
    assert "Hardest today: “a?”" in ui.text
    assert ui.offered[0]["1"] == "again"
    assert [ui.offered[0][grade] for grade in "234"] == ["hard 1 d", "good 2 d", "easy 8 d"]
    assert [ui.offered[3][grade] for grade in "234"] == ["hard", "good", "easy"]


def test_what_a_key_promises_is_what_comes_also_before_an_interview(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=2)).isoformat())
    ui = desk.quiz("", "2")
    assert ui.offered[0]["2"] == "hard 1 d"  # a weak card once more on the eve
    assert "hard: back in 1 d" in ui.text
    desk.later(1)
    assert "1 due" in desk.quiz("/quit").text


def test_the_minutes_are_over_at_the_end_of_a_card(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    ui = desk.quiz("", "3", 100.0, "", 50.0, "2", minutes=2)
    assert "The minutes are over." in ui.text
    assert [entry[1] for entry in desk.told] == [3, 2]
    assert "1 card left of this sitting. `coach quiz` goes on." in flat(ui.text)


def test_the_bar_says_what_is_left_of_the_minutes(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    said: list[tuple[str, str]] = []

    def look() -> None:
        bar = desk.ui.prompts[-1].bar()
        said.append((bar.left, bar.state))

    desk.quiz(look, 61.0, look, 60.0, look, "", "3", minutes=2)
    assert said == [("2 min left", ""), ("last minute", "warn"), ("last card", "warn")]


def test_a_sitting_over_the_end_of_a_day_counts_each_grade_for_its_own_day(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.clock.forward(-desk.clock().hour * 3600 + 3.9 * 3600 - 15 * 60)  # shortly before four in the morning
    today = desk.today
    desk.quiz("", "3", 3600.0, "", "3")
    assert [entry.day - today for entry in desk.entries] == [timedelta(0), timedelta(1)]


# flag and suspend, at both prompts


@pytest.mark.parametrize("script", [("/flag", "", "3"), ("", "f", "3"), ("/f", "", "f", "f", "3")])
def test_a_flag_is_kept_and_the_card_still_asked(desk: Desk, script: tuple[str, ...]) -> None:
    desk.put("d", *plain("a"))
    ui = desk.quiz(*script)
    assert desk.progress("d/a").flagged
    assert desk.told == [("d/a", 3, "due")]
    assert ui.offered[-1]["f"] == "unflag"
    assert "flagged: `coach quiz flagged` brings it" in ui.text
    desk.later(2)
    assert "On d · recall, flagged" in desk.quiz("", "3").text


@pytest.mark.parametrize("script", [("/suspend",), ("", "s")])
def test_a_suspended_card_is_left_out_until_it_is_brought_back(desk: Desk, script: tuple[str, ...]) -> None:
    desk.put("d", *plain("a", "b"))
    desk.graded("d/a", 3, day=-5)
    desk.quiz(*script, "", "3")
    assert desk.told[1:] == [("d/b", 3, "due")]
    ui = desk.quiz("", "3", names=["suspended"])
    assert "Nothing is scheduled by it." in ui.text
    assert desk.progress("d/a").suspended
    ui = desk.quiz("", "s", names=["suspended"])
    assert ui.offered[-1]["s"] == "bring back"
    assert not desk.progress("d/a").suspended
    desk.quiz("", "2")
    assert desk.told[-1] == ("d/a", 2, "due")


def test_a_card_that_failed_and_is_then_suspended_does_not_come_back(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz("", "1", "", "3", "", "s")
    assert desk.progress("d/a").suspended
    assert "left of this sitting" not in ui.text


# commands


@pytest.mark.parametrize("line", ["/nonsense", "/", "/help"])
def test_an_unknown_command_is_told_the_known_ones_and_answers_nothing(desk: Desk, line: str) -> None:
    desk.put("d", *plain("a"))
    ui = desk.quiz(line, "", "3")
    assert "There is no such command. There is /quit, /undo, /flag, /suspend, /edit." in flat(ui.text)
    assert ui.text.index("no such command") < ui.text.index("The a.")


def test_an_answer_may_begin_with_a_slash(desk: Desk) -> None:
    desk.put("d", "{id: a, kind: recall, front: Which folder?, back: /etc}")
    assert "No word of it is missing" in desk.quiz("//etc", "3").text


@pytest.mark.parametrize("script", [("/quit",), ("/q",), ("", "q")])
def test_leaving_keeps_every_grade_and_says_what_is_left(desk: Desk, script: tuple[str, ...]) -> None:
    desk.put("d", *plain("a", "b", "c"))
    ui = desk.quiz("", "3", *script)
    assert desk.told == [("d/a", 3, "due")]
    assert "2 cards left of this sitting. `coach quiz` goes on." in flat(ui.text)
    desk.quiz("", "3", "", "3")
    assert [card for card, *_ in desk.told] == ["d/a", "d/b", "d/c"]


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ({"names": ["d"]}, "coach quiz d"),
        ({"names": ["d"], "cram": True}, "coach quiz d --cram"),
        ({"ahead": 9}, "coach quiz --ahead 9"),
        ({"new": 2}, "coach quiz --new 2"),
    ],
)
def test_the_command_to_go_on_with_brings_the_cards_that_are_left(
    desk: Desk, asked: dict[str, object], command: str
) -> None:
    desk.put("d", *plain("a", "b", "c"))
    if "ahead" in asked:
        for card in "abc":
            desk.graded(f"d/{card}", 3, day=-1)
    ui = desk.quiz("/quit", **asked)  # type: ignore[arg-type]
    assert f"`{command}` goes on." in flat(ui.text)


def test_new_cards_that_are_left_are_brought_and_no_others(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c", "x"))
    assert "`coach quiz --new 2` goes on." in flat(desk.quiz("", "3", "/quit", new=3).text)
    desk.quiz("", "3", "", "3", new=2)
    assert {card for card, *_ in desk.told} == {"d/a", "d/b", "d/c"}


# leeches


def failed(desk: Desk, card: str, lapses: int) -> None:
    """A card that was known once and failed so often since, every second day."""
    desk.graded(card, 3, day=-2 * lapses - 2)
    for back in range(lapses, 0, -1):
        desk.graded(card, 1, day=-2 * back)


@pytest.mark.parametrize(("lapses", "said"), [(LEECH - 2, False), (LEECH - 1, True), (LEECH, False), (LEECH + 3, True)])
def test_a_leech_is_told_how_to_be_reworded_at_eight_lapses_and_every_four_after(
    desk: Desk, lapses: int, said: bool
) -> None:
    desk.put("d", *plain("a"))
    failed(desk, "d/a", lapses)
    ui = desk.quiz("", "1", *([""] if said else []), "", "3")
    assert (f"This card has failed {lapses + 1} times by now." in ui.text) is said


def test_a_leech_can_be_suspended_at_once(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    failed(desk, "d/a", LEECH - 1)
    ui = desk.quiz("", "1", "s")
    assert desk.progress("d/a").suspended
    assert "left of this sitting" not in ui.text


def test_a_leech_can_be_edited_at_once_and_comes_back_reworded(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    failed(desk, "d/a", LEECH - 1)
    ui = desk.quiz("", "1", "e", "", "3", editor=rewritten(("a?", "A better question?")))
    assert ui.text.count("A better question?") == 2
    assert desk.told[-1] == ("d/a", 3, "repeat")
