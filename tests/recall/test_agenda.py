"""What a day brings, as properties over made-up cards, people and days."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from coach.recall.agenda import _LAST_DAYS as LAST_DAYS
from coach.recall.agenda import (
    LOAD,
    NEW_A_DAY,
    NEW_A_DRILL,
    Agenda,
    Item,
    Terms,
    agenda,
    days_until,
    due_day,
    next_day,
    wanted,
)
from coach.recall.agenda import _weak as weak
from coach.recall.ledger import Ledger, Progress
from coach.recall.schedule import AGAIN, EASY, GOOD
from tests.recall.person import SCHEDULE, START, Person, day, items, ledger, memory, overdue

INTERVIEW = 60


def at(cards: list[Item], known: Ledger | None = None, **terms: object) -> Agenda:
    """The agenda of the first day."""
    return agenda(cards, known or Ledger(), Terms(START, **terms))  # type: ignore[arg-type]


# New cards


def test_six_new_cards_a_day_over_everything() -> None:
    cards, person = items(40, decks=4), Person(1)
    assert len(at(cards).new) == NEW_A_DAY
    assert at(cards).later == 40 - NEW_A_DAY
    for number in range(2):
        person.answers(f"elsewhere/{number}", START)
    person.answers(cards[0].id, START)
    assert len(at(cards, person.ledger).new) == NEW_A_DAY - 3
    for card in at(cards, person.ledger).new:
        person.answers(card, START)
    assert at(cards, person.ledger).new == []
    assert len(agenda(cards, person.ledger, Terms(day(1))).new) == NEW_A_DAY


def test_a_drill_brings_three_new_cards_a_day_the_heaviest_first_and_the_rest_wait() -> None:
    missed = [Item(f"rag/p{n}", "rag", 10 - n / 10, drill="s1") for n in range(8)]
    other = [Item(f"fraud/p{n}", "fraud", 12 - n / 10, drill="s2") for n in range(2)]
    person, brought = Person(1), []
    for number in range(3):
        brought.append(person.sits([*missed[::-1], *other], Terms(day(number)), GOOD).new)
    assert brought[0] == ["fraud/p0", "fraud/p1", "rag/p0", "rag/p1", "rag/p2"]
    assert brought[1:] == [["rag/p3", "rag/p4", "rag/p5"], ["rag/p6", "rag/p7"]]


def test_three_a_drill_holds_over_all_sittings_of_a_day() -> None:
    missed = [Item(f"rag/p{n}", "rag", 10, drill="s1") for n in range(8)]
    person = Person(1)
    assert len(person.sits(missed, Terms(START)).new) == NEW_A_DRILL
    assert person.sits(missed, Terms(START)).new == []


@pytest.mark.parametrize("number", [0, 1, 6, 10, 25, 1000])
def test_as_many_new_cards_as_were_asked_for_whatever_was_begun_today(number: int) -> None:
    missed = [Item(f"rag/p{n}", "rag", 10, drill="s1") for n in range(8)]
    cards = [*missed, *items(12)]
    for behind in (Ledger(), overdue(items(100), Random(1))):
        person = Person(1, Ledger(dict(behind.cards)))
        person.answers("elsewhere/a", START)
        others = [*cards, *(Item(card, "late") for card in behind.cards if card not in {i.id for i in cards})]
        fresh = [item for item in cards if item.id not in behind.cards]
        assert len(at(others, person.ledger, new=number).new) == min(number, len(fresh))


def test_what_a_drill_may_not_bring_goes_behind_what_may_come() -> None:
    missed = [Item(f"rag/p{n}", "rag", 10, drill="s1") for n in range(5)]
    new = at([*missed, *items(2)], new=7).new
    assert new == ["rag/p0", "rag/p1", "rag/p2", "d0/c0", "d0/c1", "rag/p3", "rag/p4"]


def test_the_heaviest_new_cards_come_first() -> None:
    cards = [Item(f"d/{n}", "d", weight) for n, weight in enumerate([0, 0.5, 12, 1, 9.9, 0.5, 10, 0])]
    assert at(cards).new == ["d/2", "d/6", "d/4", "d/3", "d/1", "d/5"]


def test_decks_take_turns_and_over_some_days_every_deck_gets_its_turn() -> None:
    decks = 13
    cards = [Item(f"d{deck}/c{n}", f"d{deck}") for deck in range(decks) for n in range(20)]
    person, begun = Person(1), Counter[str]()
    for number in range(12):
        new = person.sits(cards, Terms(day(number)), EASY).new
        begun.update(card.partition("/")[0] for card in new)
        turns = [begun[f"d{deck}"] for deck in range(decks)]
        assert max(turns) - min(turns) <= 1
    assert len(begun) == decks


def test_cards_of_a_question_never_practised_come_only_when_they_are_named() -> None:
    cards = [Item("rag/a", "rag", offered=False), Item("rag/b", "rag", offered=False)]
    assert at(cards) == Agenda()
    assert at(cards, named=True).new == ["rag/a", "rag/b"]
    known = ledger(**{"rag/a": memory(5, -9)})
    assert at(cards, known).due == ["rag/a"]  # once begun it goes on
    assert at(cards, known).new == []


def test_a_new_card_waits_for_its_day() -> None:
    cards = [Item("rag/a", "rag", since=day(1)), Item("rag/b", "rag", since=day(0))]
    assert at(cards).new == ["rag/b"]
    assert agenda(cards, Ledger(), Terms(day(1))).new == ["rag/a", "rag/b"]


@pytest.mark.parametrize("known", [None, memory(5, -9), memory(1, 0), memory(50, -20)])
def test_a_suspended_card_never_comes(known: object) -> None:
    out = Progress(known, START, suspended=True, recalled=False)  # type: ignore[arg-type]
    terms: dict[str, object] = {"ahead": 60, "new": 9, "named": True, "interview": day(2), "most": 9}
    assert at([Item("d/a", "d", 10)], ledger(**{"d/a": out}), **terms) == Agenda()


# What failed


def test_a_card_that_failed_today_comes_again_until_it_is_recalled() -> None:
    cards, person = items(3), Person(1)
    for grade in (AGAIN, AGAIN, AGAIN):
        person.answers(cards[0].id, START, grade)
        assert at(cards, person.ledger).repeats == [cards[0].id]
    person.answers(cards[0].id, START, GOOD)
    assert at(cards, person.ledger).repeats == []
    person.answers(cards[0].id, START, AGAIN)
    assert at(cards, person.ledger).repeats == [cards[0].id]


def test_what_was_left_failed_yesterday_is_due_like_any_other_card() -> None:
    person = Person(1)
    person.answers("d0/c0", START, AGAIN)
    found = agenda(items(1), person.ledger, Terms(day(1)))
    assert (found.repeats, found.due) == ([], ["d0/c0"])


# A backlog


@pytest.mark.parametrize("seed", range(3))
def test_a_backlog_is_a_load_a_day_those_first_that_can_best_be_saved(seed: int) -> None:
    cards = items(300, decks=7)
    known = overdue(cards, Random(seed))
    found = at(cards, known)
    chances = {item.id: SCHEDULE.retrievability(known.cards[item.id].memory, START) for item in cards}  # type: ignore[arg-type]
    assert len(found.due) == LOAD
    assert found.waiting == 300 - LOAD
    assert found.due == sorted(chances, key=lambda card: -chances[card])[:LOAD]


def test_a_load_is_one_a_day_in_however_many_sittings() -> None:
    cards = items(300)
    person, total = Person(1, overdue(cards, Random(1))), 0
    for size in (1, 15, 10, 40, 40):
        found = at(cards, person.ledger)
        assert len(found.due) == LOAD - total
        assert found.waiting == 300 - LOAD
        for card in found.due[:size]:
            person.answers(card, START, EASY)
            total += 1
    assert total == LOAD
    assert at(cards, person.ledger).size == 0
    assert at(cards, person.ledger).days == found.days


@pytest.mark.parametrize("seed", range(4))
def test_a_backlog_takes_as_many_days_as_it_says_when_nothing_fails(seed: int) -> None:
    """With cards among it that come due on their own days in between."""
    chance = Random(seed)
    late, soon = items(300), [Item(f"soon/{n}", "soon") for n in range(60)]
    known = overdue(late, chance)
    known.cards |= {item.id: Progress(memory(chance.uniform(20, 40), -19), day(-60), 5) for item in soon}
    person = Person(seed, known)
    told = at([*late, *soon], known).days
    assert told > 300 / LOAD
    for number in range(told):
        found = person.sits([*late, *soon], Terms(day(number)), EASY)
        assert len(found.due) <= LOAD
        assert found.days == told - number
        assert bool(found.waiting) == (number < told - 1)


@pytest.mark.parametrize("seed", range(4))
def test_a_backlog_ends_for_people_who_forget_too_and_nothing_new_comes_before(seed: int) -> None:
    late, fresh = items(300), [Item(f"new/{n}", "new") for n in range(200)]
    person = Person(seed, overdue(late, Random(seed)), skill=1.5)
    told = at([*late, *fresh], person.ledger).days
    for number in range(2 * told):
        found = person.sits([*late, *fresh], Terms(day(number)))
        assert len(found.due) <= LOAD
        assert bool(found.new) == (not found.waiting)
        if not found.waiting:
            break
    assert not found.waiting
    assert number + 1 >= told


def test_new_cards_of_drills_come_even_to_those_who_are_behind() -> None:
    late = items(100)
    missed = [Item(f"rag/p{n}", "rag", 10, drill="s1") for n in range(5)]
    found = at([*late, *missed, Item("x/y", "x", 20)], overdue(late, Random(1)))
    assert found.waiting
    assert found.new == ["rag/p0", "rag/p1", "rag/p2"]
    assert found.later == 3


def test_a_person_who_does_the_share_of_every_day_is_never_far_behind() -> None:
    cards, person = items(1000, decks=12), Person(3)
    for number in range(200):
        found = person.sits(cards, Terms(day(number)))
        assert found.waiting <= LOAD
        assert found.days <= 4
    assert len(person.ledger.cards) > 600


def test_a_sitting_may_ask_for_more_than_the_day_has_left_and_loses_nothing_when_it_asks_for_less() -> None:
    cards = items(300)
    person = Person(1, overdue(cards, Random(1)))
    assert len(at(cards, person.ledger, most=100).due) == 100
    few = at(cards, person.ledger, most=10)
    assert (few.waiting, few.days) == (300 - LOAD, at(cards, person.ledger).days)
    person.sits(cards, Terms(START), EASY)
    assert at(cards, person.ledger).due == []
    assert len(at(cards, person.ledger, most=10).due) == 10


def test_looking_ahead_brings_the_shares_of_those_days_and_what_is_due_first() -> None:
    late = items(50)
    soon = [Item(f"soon/{n}", "soon") for n in range(200)]
    known = overdue(late, Random(1))
    known.cards |= {item.id: Progress(memory(20, n % 5 - 19), day(-60), 5) for n, item in enumerate(soon)}
    assert len(at([*soon, *late], known).due) == LOAD
    found = at([*soon, *late], known, ahead=3)
    assert len(found.due) == 4 * LOAD
    assert set(found.due[:50]) == {item.id for item in late}
    days = [known_memory.due for card in found.due[50:] if (known_memory := known.cards[card].memory)]
    assert days == sorted(days)
    assert max(days) <= day(3)
    assert found.waiting == 0


# Before an interview


@pytest.mark.parametrize("seed", range(4))
def test_on_the_eve_of_an_interview_nothing_important_was_left_out(seed: int) -> None:
    chance = Random(seed)
    cards = [Item(f"d{n % 5}/c{n}", f"d{n % 5}", chance.choice([0, 0, 0.5, 1, 10])) for n in range(220)]
    person, interview = Person(seed, skill=1.3), day(INTERVIEW)
    for number in range(INTERVIEW):
        found = person.sits(cards, Terms(day(number), interview))
        if chance.random() < 0.2 and person.ledger.cards:
            person.ledger.cards[chance.choice(sorted(person.ledger.cards))].flagged = True
    eve = interview - timedelta(days=1)
    important = shaky = 0
    for item in cards:
        progress = person.ledger.of(item.id)
        if progress.memory is None:
            continue
        if weak(progress, progress.memory):
            shaky += 1
            assert progress.memory.last == eve
        if item.weight or progress.flagged:
            important += 1
            assert progress.memory.last >= interview - timedelta(days=LAST_DAYS)
    assert important > 80
    assert shaky > 10
    assert len(found.due) <= 2 * LOAD  # an evening, not a wall


@pytest.mark.parametrize("days", [1, 2, 3, 5, 9])
def test_an_interview_that_comes_sooner_than_the_backlog_ends_shortens_the_spread(days: int) -> None:
    cards, interview = items(300, weight=1.0), day(days)
    person = Person(1, overdue(cards, Random(1)))
    found = at(cards, person.ledger, interview=interview)
    assert found.days <= min(days, at(cards, person.ledger).days)
    shares = []
    for number in range(days):
        day_of, share = day(number), 0
        for _ in range(3):  # however the day is cut into sittings
            found = agenda(cards, person.ledger, Terms(day_of, interview))
            for card in found.due[: len(found.due) // 2 + 1]:
                person.answers(card, day_of, EASY)
                share += 1
        share += len(person.sits(cards, Terms(day_of, interview), EASY).due)
        shares.append(share)
    assert found.waiting == 0
    assert all(p.memory and p.memory.last >= START for p in person.ledger.cards.values())
    assert max(shares) <= max(LOAD, -(-300 // days)) * 1.5


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("interview", [None, day(40)])
def test_a_card_comes_on_the_day_that_its_grade_showed(seed: int, interview: date | None) -> None:
    cards = [Item(f"d/c{n}", "d", n % 3) for n in range(60)]
    person, promised = Person(seed), dict[str, date]()
    checked = 0
    for number in range(90):
        today = day(number)
        terms = Terms(today, interview)
        for card in agenda(cards, person.ledger, terms).due:
            if card in promised:
                checked += 1
                assert promised.pop(card) == today
        found = agenda(cards, person.ledger, terms)
        assert not found.waiting
        assert all(today < promised[card] for card in promised)
        for card in (*found.due, *found.new):
            item = cards[int(card.removeprefix("d/c"))]
            shown = days_until(item, person.ledger.of(card), SCHEDULE, terms)
            assert list(shown.values()) == sorted(shown.values())
            assert min(shown.values()) >= 1
            grade = person.answers(card, today)
            if grade == AGAIN:
                person.answers(card, today, GOOD)
            else:
                promised[card] = today + timedelta(days=shown[grade])
    assert checked > 100


def test_cards_that_are_seen_once_more_are_spread_over_days_and_shaky_ones_come_on_the_eve() -> None:
    interview = day(30)
    terms = Terms(START, interview)
    strong = Counter(wanted(item, Progress(), memory(60, -1), terms) for item in items(90, weight=1.0))
    assert set(strong) == {interview - timedelta(days=days) for days in (2, 3, 4)}
    assert min(strong.values()) > 20
    eve = interview - timedelta(days=1)
    card, soon = Item("d/a", "d"), Terms(START, day(5))
    assert wanted(card, Progress(lapses=1), memory(6, 0), soon) == day(4)
    assert wanted(card, Progress(), memory(6, 0, difficulty=7), soon) == day(4)
    assert wanted(card, Progress(), memory(1.5, 0)._replace(due=day(9)), soon) == day(4)
    assert wanted(card, Progress(), memory(6, 0), soon) == day(6)
    assert wanted(card, Progress(lapses=1), memory(60, -1), terms) == day(59)  # failed long ago, and lasts
    assert wanted(Item("d/a", "d"), Progress(flagged=True), memory(60, -1), terms) < eve


def test_an_interview_that_is_over_or_today_changes_nothing() -> None:
    for interview in (START, day(-3)):
        assert wanted(Item("d/a", "d", 9), Progress(), memory(60, -1, 9.0), Terms(START, interview)) == day(59)


@pytest.mark.parametrize(("days", "new"), [(-1, True), (0, False), (1, False), (2, True)])
def test_nothing_new_comes_on_the_eve_and_the_day_of_an_interview_unless_asked_for(days: int, new: bool) -> None:
    assert bool(at(items(9), interview=day(days)).new) is new
    assert len(at(items(9), interview=day(days), new=4).new) == 4


# When a card comes


@pytest.mark.parametrize("seed", range(3))
def test_what_is_due_by_day_is_what_the_days_agenda_brings_or_lets_wait(seed: int) -> None:
    cards, person = items(40, weight=1.0), Person(seed)
    for number in range(25):
        terms = Terms(day(number), day(20), ahead=number % 3)
        found = agenda(cards, person.ledger, terms)
        dues = {item.id: due_day(item, person.ledger.of(item.id), terms) for item in cards}
        assert {card for card, due in dues.items() if due} == {*found.due, *found.repeats}
        for card in (*found.due, *found.new):
            person.answers(card, terms.today)
        failed = agenda(cards, person.ledger, terms).repeats
        assert all(
            due_day(item, person.ledger.of(item.id), terms) == terms.today for item in cards if item.id in failed
        )
        for card in failed:
            person.answers(card, terms.today, GOOD)


def test_the_next_day_is_that_of_the_card_which_comes_first() -> None:
    known = ledger(**{"d0/c0": memory(9, 0), "d0/c1": memory(4, 0), "d0/c2": Progress(memory(2, 0), suspended=True)})
    assert next_day(items(4), known, Terms(START)) == day(4)
    assert next_day(items(1), known, Terms(START)) == day(9)
    assert next_day(items(1), known, Terms(START, day(6))) == day(9)
    assert next_day(items(1, weight=1.0), known, Terms(START, day(9))) < day(8)  # type: ignore[operator]
    assert next_day(items(4)[3:], known, Terms(START)) is None


# What the person is weak in


def test_a_new_card_that_trains_a_weakness_comes_sooner_and_the_others_still_come() -> None:
    plain = items(18, decks=2)
    trained = [item._replace(trains=item.id in ("d0/c12", "d1/c13")) for item in plain]
    assert [card for card in at(plain).new if card in ("d0/c12", "d1/c13")] == []
    assert at(trained).new == ["d0/c0", "d1/c1", "d0/c2", "d1/c3", "d0/c12", "d1/c13"]
    heavy = [*trained, Item("own/x", "own", 1.0)]
    assert at(heavy).new[0] == "own/x"
