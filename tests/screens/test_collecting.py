"""All cards of a person: decks of three roots, scenarios, and the points that rounds missed."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from coach.content.library import Library
from coach.errors import CoachError
from coach.interview.evidence import STRONG, Finding
from coach.record.settings import keep_setting
from coach.screens.collection import Collection
from coach.screens.ui import Keys
from tests.builders import SMALL
from tests.cards import TODAY, Desk, flat, plain, rewritten
from tests.screens.conftest import NOTES, Sitting

RICH = SMALL.replace(
    '    asks: ["how often does it change", "freshness?"]',
    '    so: Decides how often to rebuild.\n    asks: ["how often does it change", "freshness?"]',
).replace("point: Sizes it, match", "point: Sizes the index in memory, match")
"""The scenario `small` with a fact that decides something, and a point that a note can come near to."""
NEAR = [
    "how often does it change?", "/next", "user -> llm", "/next", "acl", "the index fits in memory at any size",
    "/next", "cost vs recall", "/next",
]  # fmt: skip


@pytest.fixture
def library(desk: Desk) -> Library:
    """The content of the desk, for the drills too."""
    return desk.library


@pytest.fixture
def small(sitting: Sitting, desk: Desk, found: dict[str, Finding]) -> Path:
    """The scenario of the sitting, richer than usual; its path. The fifth note of a round speaks for `because`."""
    found["because"] = Finding(STRONG, (5,))
    path = desk.places.content.scenarios / "small.yaml"
    path.write_text(RICH, encoding="utf-8")
    sitting.scenario = sitting.library.scenario("small")
    return path


def quickly(keys: Keys) -> str:
    """Grades as someone who takes what was found, calls the rest missed, and gives each dimension a 2."""
    return next(key for key in ("q", "2", "") if key in keys.keys)


def round_missing(sitting: Sitting, found: dict[str, Finding], *points: str) -> None:
    """A graded round in which these points, and `size`, were missed."""
    was = dict(found)
    for point in points:
        found.pop(point, None)
    sitting.begin(NEAR)
    assert sitting.grade(["sooner"], answers=quickly) == 0
    found.update(was)


def fronts(found: Collection) -> dict[str, str]:
    """The fronts of all cards by id."""
    return {card: found.card(card).front for card in found.items}


# what a round missed


def test_a_missed_point_is_a_card_from_the_next_day_on(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found)
    assert "1 missed point comes as a card tomorrow. Next: `coach`." in flat(sitting.ui.text)
    assert "Tomorrow: 1 new, about 1 minute." in flat(desk.quiz().text)
    desk.later(1)
    ui = desk.quiz("", "3")
    assert " 1 new: about 1 minute." in ui.shown
    for line in ("How big?", "Say: Four GB.", "Why: One node."):
        assert f" {line}" in ui.shown
    assert desk.told == [("small/missed-size", 3, "due")]
    assert ui.text.index("How big?") < ui.text.index("Four GB.")


def test_the_back_shows_the_persons_own_line(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found)
    desk.later(1)
    assert " You wrote: “the index fits in memory at any size”" in desk.quiz("", "3").shown


def test_what_was_said_again_stands_there_instead(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    sitting.begin(NEAR)

    def again(keys: Keys) -> str:
        if "r" not in keys.keys or sitting.session.again:
            return quickly(keys)
        sitting.ui.script = ["it takes four GB"]
        return "r"

    sitting.grade(["sooner"], answers=again)
    assert [again.text for again in sitting.session.again] == ["it takes four GB"]
    desk.later(1)
    ui = desk.quiz("", "3")
    assert "You wrote: “it takes four GB”" in ui.text
    assert "fits in memory" not in ui.text


def test_the_front_of_a_question_that_was_not_asked_is_what_its_answer_decides(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found, "asks-rate")
    card = desk.opened()[0].card("small/missed-asks-rate")
    assert card.front == "What hangs on it: Decides how often to rebuild. What do you ask?"
    assert card.back == "How often does it change?"


def test_three_cards_of_a_round_come_a_day_the_heaviest_first_and_the_result_says_so(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found, "asks-rate", "path", "filter", "because")
    assert "3 missed points come as cards tomorrow, 2 later. Next: `coach`." in flat(sitting.ui.text)
    weights = {card: item.weight for card, item in desk.opened()[0].items.items()}
    heaviest = sorted(weights, key=lambda card: -weights[card])
    desk.later(1)
    assert " 3 new: about 2 minutes." in desk.quiz(*["", "3"] * 3).shown
    assert [card for card, *_ in desk.told] == heaviest[:3]
    assert "Nothing is due today." in desk.quiz().text
    desk.later(1)
    desk.quiz(*["", "3"] * 5)
    assert [card for card, *_ in desk.told[3:]] == heaviest[3:]


def test_two_rounds_a_day_make_six_and_no_more(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found, "asks-rate", "path")
    other = RICH.replace("id: small", "id: other").replace("A small question", "Another")
    small.with_name("other.yaml").write_text(other, encoding="utf-8")
    sitting.scenario = sitting.library.scenario("other")
    desk.clock.forward(60)
    round_missing(sitting, found, "asks-rate", "path", "filter")
    assert "3 missed points come as cards tomorrow, 1 later." in flat(sitting.ui.text)
    desk.later(1)
    assert " 6 new: about 4 minutes." in desk.quiz("/quit").shown


def test_a_point_missed_in_two_rounds_is_one_card_that_keeps_its_progress(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found)
    desk.later(1)
    desk.quiz("", "3")
    before = desk.progress("small/missed-size")
    round_missing(sitting, found)
    cards = desk.opened()[0]
    assert [card for card in cards.items if "missed" in card] == ["small/missed-size"]
    assert cards.decks["small"].cards == ["small/missed-size"]
    assert cards.missed["small/missed-size"].session == sitting.session.id
    assert desk.progress("small/missed-size") == before
    assert "tomorrow" not in flat(sitting.ui.text).rpartition("Kept in")[2]


def test_a_point_made_in_a_later_round_waits_behind_what_is_still_missed(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found, "path", "filter")
    desk.clock.forward(3600)
    round_missing(sitting, found, "because")  # made now: path and filter
    desk.later(1)
    desk.quiz(*["", "3"] * 4)
    order = [card for card, *_ in desk.told]
    assert set(order[:2]) == {"small/missed-size", "small/missed-because"}
    assert set(order[2:]) == {"small/missed-path", "small/missed-filter"}


def test_a_round_that_is_not_graded_or_was_forgotten_makes_no_card_and_keeps_no_words(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    sitting.begin(NEAR)
    assert desk.opened()[0].missed == {}
    sitting.grade(["sooner"], answers=quickly)
    assert list(desk.opened()[0].missed) == ["small/missed-size"]
    sitting.home.sessions.forget(sitting.session.id, "2026-11-22T00:00:00.000Z")
    assert desk.opened()[0].missed == {}
    assert "small/missed-size" not in desk.opened()[0].items
    kept = [path for path in desk.places.cache.rglob("*.json") if "fits in memory" in path.read_text()]
    assert kept == []


def test_a_missed_point_in_the_persons_own_words_keeps_progress_line_and_weight(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found)
    desk.later(1)
    before = desk.opened()[0]
    ui = desk.quiz("/edit", "", "3", editor=rewritten(("How big?", "How much memory?")))
    assert "How much memory?" in ui.text
    path = desk.places.content.decks / "small.yaml"
    assert [card["id"] for card in yaml.safe_load(path.read_text())["cards"]] == ["missed-size"]
    assert desk.library.read_any(path).problems == []
    after, book = desk.opened()
    assert (after.items, after.missed) == (before.items, before.missed)
    assert after.card("small/missed-size").front == "How much memory?"
    assert book.ledger.of("small/missed-size").reviews == 1
    desk.later(2)
    assert " You wrote: “the index fits in memory at any size”" in desk.quiz("", "3").shown


def test_the_card_of_a_missed_point_goes_to_the_persons_deck_also_where_the_named_folder_is_the_current_one(
    desk: Desk,
    sitting: Sitting,
    small: Path,
    found: dict[str, Finding],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    round_missing(sitting, found)
    desk.later(1)
    monkeypatch.chdir(tmp_path)
    desk.path = Path()
    desk.quiz("/edit", "", "3", editor=rewritten(("How big?", "How much memory?")))
    assert "How much memory?" in (desk.places.content.decks / "small.yaml").read_text()


def test_cards_that_cannot_be_read_do_not_spoil_the_end_of_a_round(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    log = desk.places.reviews / "aaaaaa.jsonl"
    log.parent.mkdir(parents=True)
    log.write_text('{"coach":"reviews","device":"aaaaaa","version":99}\n')
    round_missing(sitting, found)
    assert "Kept in" in sitting.ui.text
    assert flat(sitting.ui.text).endswith("Next: `coach`.")


# cards of a scenario


def test_the_cards_of_a_scenario_come_once_it_was_practised_or_when_it_is_named(
    desk: Desk, sitting: Sitting, small: Path
) -> None:
    small.write_text(RICH + "cards:\n  - {id: own, kind: recall, front: Own, back: Mine}\n", encoding="utf-8")
    assert "Nothing is due today." in desk.quiz().text
    ui = desk.quiz("/quit", names=["small"])
    assert "You have not practised small yet" in flat(ui.text)
    sitting.begin(NOTES)
    assert " 1 new: about 1 minute." in desk.quiz("/quit").shown
    assert "You have not practised" not in desk.quiz("/quit", names=["small"]).text


# names that changed


def test_a_renamed_scenario_stays_practised_and_its_cards_keep_what_they_had(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    own = "cards:\n  - {id: own, kind: recall, front: Own, back: Mine}\n"
    small.write_text(RICH + own, encoding="utf-8")
    round_missing(sitting, found)
    desk.later(1)
    desk.quiz("", "3", "", "3")
    before = {card: desk.progress(f"small/{card}") for card in ("own", "missed-size")}
    renamed = RICH.replace("id: small", "id: larger\nwas: [small]").replace("id: size,", "id: sizes, was: [size],")
    small.unlink()
    small.with_name("larger.yaml").write_text(renamed + own.replace("id: own", "id: mine, was: [own]"))
    cards = desk.opened()[0]
    assert set(cards.items) == {"larger/mine", "larger/missed-sizes"}
    assert cards.decks["larger"].practised
    assert desk.progress("larger/mine") == before["own"]
    assert desk.progress("larger/missed-sizes") == before["missed-size"]
    assert cards.missed["larger/missed-sizes"].line == "the index fits in memory at any size"


def test_the_card_that_teaches_a_missed_point_waits_though_the_point_has_another_name_by_now(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found)
    own = "cards:\n  - {id: own, kind: recall, front: Own, back: Mine, point: sizes}\n"
    small.write_text(RICH.replace("id: size,", "id: sizes, was: [size],") + own, encoding="utf-8")
    cards = desk.opened()[0]
    assert "small/missed-sizes" in cards.missed
    assert not cards.items["small/own"].offered


def test_a_renamed_card_and_a_renamed_deck_keep_their_progress(desk: Desk) -> None:
    old = desk.put("old", *plain("a", "b"))
    desk.quiz("", "3", "", "4")
    before = [desk.progress(f"old/{card}") for card in "ab"]
    old.unlink()
    desk.put("new", "{id: c, was: [a], kind: recall, front: C, back: C}", *plain("b"), more="was: [old]\n")
    assert [desk.progress(f"new/{card}") for card in "cb"] == before
    assert set(desk.opened()[0].items) == {"new/c", "new/b"}


def test_a_card_of_the_persons_own_stays_in_place_of_a_shipped_one_that_was_renamed(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"), to=desk.shipped)
    mine = "{id: a, kind: recall, front: Mine, back: Mine}"
    desk.put("d", mine)
    desk.quiz("", "3", "", "3")
    before = desk.progress("d/a")
    desk.put("d", "{id: c, was: [a], kind: recall, front: C, back: C}", *plain("b"), to=desk.shipped)
    assert fronts(desk.opened()[0]) == {"d/a": "Mine", "d/b": "b?"}
    assert desk.progress("d/a") == before
    (desk.shipped / "decks" / "d.yaml").unlink()
    desk.put("e", "{id: c, was: [a], kind: recall, front: C, back: C}", *plain("b"), to=desk.shipped, more="was: [d]\n")
    assert fronts(desk.opened()[0]) == {"d/a": "Mine", "e/b": "b?"}
    assert desk.progress("d/a") == before


def test_a_new_card_that_takes_a_former_name_has_its_own_progress(desk: Desk) -> None:
    desk.put("d", "{id: a, kind: recall, front: A, back: A}")
    desk.put("e", "{id: a, kind: recall, front: E, back: E}", more="was: [d]\n")
    desk.quiz("", "4", names=["d"])
    cards, book = desk.opened()
    assert set(cards.items) == {"d/a", "e/a"}
    assert (book.ledger.of("d/a").reviews, book.ledger.of("e/a").reviews) == (1, 0)


# roots


def test_decks_of_three_roots_are_joined_card_by_card_the_first_root_first(desk: Desk, tmp_path: Path) -> None:
    desk.path = tmp_path / "named"

    def card(name: str, front: str) -> str:
        return f"{{id: {name}, kind: recall, front: {front}, back: B}}"

    desk.put("d", *(card(name, "Shipped") for name in ("one", "two", "three")), to=desk.shipped)
    desk.put("d", card("one", "Home"), card("two", "Home"), card("four", "Home"))
    desk.put("d", card("one", "Path"), to=desk.path)
    cards = desk.opened()[0]
    expected = {"d/one": "Path", "d/two": "Home", "d/four": "Home", "d/three": "Shipped"}
    assert fronts(cards) == expected
    assert list(cards.decks) == ["d"]
    assert sorted(cards.decks["d"].cards) == sorted(expected)
    desk.path = None
    assert fronts(desk.opened()[0])["d/one"] == "Home"


def test_a_broken_deck_among_good_ones_is_named_and_the_rest_is_there(desk: Desk) -> None:
    desk.put("good", *plain("a"))
    broken = desk.put("broken", "{id: b, kind: recall, front: No back}")
    for _ in range(2):  # the second time from the cache
        cards = desk.opened()[0]
        assert set(cards.items) == {"good/a"}
        (problem,) = cards.problems
        assert str(problem).startswith(f"{broken}:5: cards.b.back: is missing")
    desk.put("broken", *plain("b"))
    cards = desk.opened()[0]
    assert (set(cards.items), cards.problems) == ({"good/a", "broken/b"}, [])


def test_caches_that_are_gone_or_spoilt_are_no_loss(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    desk.put("d", *plain("a"))
    round_missing(sitting, found)
    desk.quiz("", "3")
    before, book = desk.opened()
    book.save()
    for spoil in ("gone", "", "[]", '{"coach": 1}', json.dumps({"files": 3})):
        for path in desk.places.cache.rglob("*.json"):
            path.unlink() if spoil == "gone" else path.write_text(spoil)
        again, book = desk.opened()
        assert (again.items, again.missed, fronts(again)) == (before.items, before.missed, fronts(before))
        assert book.ledger.of("d/a").memory.due == TODAY + timedelta(days=2)
        book.save()


def test_a_card_is_what_its_deck_says_now_and_what_it_said_while_the_deck_is_broken(desk: Desk) -> None:
    path = desk.put("d", *plain("a", "b"))
    for change, front in ((("a?", "changed?"), "changed?"), (("cards:", "cards: ["), "a?"), (("id: a", "id: zz"), "")):
        path = desk.put("d", *plain("a", "b"))
        found, _ = desk.opened()
        path.write_text(path.read_text().replace(*change))
        if front:
            assert found.card("d/a").front == front
        else:
            with pytest.raises(CoachError, match="the card a is gone from it"):
                found.card("d/a")
        assert found.card("d/b").front == "b?"


def test_a_deck_that_is_gone_leaves_nothing_in_the_cache(desk: Desk) -> None:
    path = desk.put("d", *plain("a"))
    desk.put("e", *plain("b"))
    desk.opened()
    assert len([kept for kept in desk.places.cache.rglob("*.json") if "a?" in kept.read_text()]) == 1
    path.unlink()
    desk.opened()
    assert [kept for kept in desk.places.cache.rglob("*.json") if "a?" in kept.read_text()] == []
    assert [kept for kept in desk.places.cache.rglob("*.json") if "b?" in kept.read_text()]


def test_settings_that_are_wrong_are_said_before_any_card(desk: Desk) -> None:
    keep_setting(desk.places.config, "day_begins", "99")
    with pytest.raises(CoachError, match="day_begins should be a whole hour"):
        desk.opened()


def test_a_drill_brings_three_new_cards_a_day_those_of_its_question_among_them(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    own = "".join(f"  - {{id: c{n}, kind: recall, front: F{n}, back: B.}}\n" for n in range(6))
    small.write_text(small.read_text() + "cards:\n" + own)
    round_missing(sitting, found)
    assert "1 missed point comes as a card tomorrow. Next: `coach`." in flat(sitting.ui.text)
    desk.later(1)
    ui = desk.quiz(*["", "3"] * 3)
    assert " 3 new: about 2 minutes." in ui.shown
    assert desk.told[0][0] == "small/missed-size"
    assert {card for card, *_ in desk.told[1:]} == {"small/c0", "small/c1"}


def test_a_round_that_is_being_graded_anew_keeps_its_cards(
    desk: Desk, sitting: Sitting, small: Path, found: dict[str, Finding]
) -> None:
    round_missing(sitting, found)
    sitting.grade(["l"])
    assert sitting.session.status == "finished"
    assert "small/missed-size" in desk.opened()[0].items


def test_the_points_of_the_last_graded_round_come_before_what_waits_of_others(
    sitting: Sitting, small: Path, found: dict[str, Finding], desk: Desk
) -> None:
    round_missing(sitting, found, "path", "filter")
    sitting.clock.forward(86_400)
    round_missing(sitting, found, "path")
    items = desk.opened()[0].items
    weights = {card: items[card].weight for card in ("small/missed-filter", "small/missed-path", "small/missed-size")}
    assert min(weights["small/missed-path"], weights["small/missed-size"]) > 15 > weights["small/missed-filter"]


# what the person is weak in


def test_cards_say_whether_they_train_what_rounds_showed_to_be_weak(
    sitting: Sitting, small: Path, found: dict[str, Finding], desk: Desk
) -> None:
    skilled = RICH.replace("point: Sizes the index in memory", "skills: [retrieval], point: Sizes the index in memory")
    assert skilled != RICH
    small.write_text(skilled, encoding="utf-8")
    sitting.scenario = sitting.library.scenario("small")
    sums, other = plain("sums", "other")
    desk.put("mine", sums.replace("}", ", tags: [retrieval, work]}"), other.replace("}", ", tags: [work]}"))
    assert not any(item.trains for item in desk.opened()[0].items.values())
    round_missing(sitting, found)
    assert [card for card, item in desk.opened()[0].items.items() if item.trains] == ["mine/sums", "small/missed-size"]
