"""The order of the cards in one sitting."""

from itertools import pairwise
from random import Random

import pytest

from coach.recall.agenda import Agenda
from coach.recall.sitting import Queue, in_order


def agenda(repeats: int, due: int, new: int) -> Agenda:
    """An agenda of cards r0…, d0…, n0…."""
    return Agenda(*([f"{kind}{n}" for n in range(size)] for kind, size in (("r", repeats), ("d", due), ("n", new))))


@pytest.mark.parametrize("seed", range(200))
def test_every_card_comes_once_what_failed_first_and_the_best_are_kept_where_not_all_fit(seed: int) -> None:
    chance = Random(seed)
    sizes = chance.randrange(5), chance.choice([0, 1, 5, 30, 40]), chance.randrange(10)
    day, most = agenda(*sizes), chance.choice([None, 1, 3, 10, 22, 100])
    cards = in_order(day, chance, most)
    assert len(cards) == len(set(cards)) == (day.size if most is None else min(day.size, most))
    repeats, due, new = ([card for card in cards if card[0] == kind] for kind in "rdn")
    assert cards[: len(repeats)] == repeats == day.repeats[: len(repeats)]
    assert set(due) == set(day.due[: len(due)])  # those with the best chance, in any order
    assert new == day.new[: len(new)]  # the heaviest, in order
    assert not new or len(due) == len(day.due)


@pytest.mark.parametrize(("due", "new"), [(10, 6), (40, 6), (5, 6), (7, 1), (3, 20), (6, 6)])
def test_new_cards_stand_evenly_between_due_ones(due: int, new: int) -> None:
    cards = in_order(agenda(0, due, new), Random(1), None)
    assert cards[0][0] == "d"
    runs = [len(run) for run in "".join(card[0] for card in cards).split("d")[1:]]
    assert max(runs) - min(runs) <= 1
    places = [place for place, card in enumerate(cards) if card[0] == "n"]
    gaps = [after - before for before, after in pairwise(places)]
    assert not gaps or max(gaps) - min(gaps) <= 1


def test_due_cards_come_in_another_order_each_time_and_in_the_same_for_a_seed() -> None:
    orders = [in_order(agenda(0, 20, 0), Random(seed), None) for seed in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]


def test_an_agenda_is_left_as_it_was() -> None:
    day = agenda(2, 5, 3)
    in_order(day, Random(1), 4)
    assert day == agenda(2, 5, 3)


def test_a_card_that_failed_comes_back_after_five_others() -> None:
    queue = Queue([f"c{n}" for n in range(8)])
    seen: list[str | None] = []
    for _ in range(7):
        card = queue.next()
        seen.append(card)
        if card in ("c0", "c1") and seen.count(card) == 1:
            queue.again(card)
    assert seen == ["c0", "c1", "c2", "c3", "c4", "c5", "c0"]
    assert queue.next() == "c1"


def test_a_card_that_failed_comes_back_sooner_where_few_are_left_and_at_once_when_it_is_the_last() -> None:
    queue = Queue(["a", "b", "c"])
    queue.again(queue.next() or "")
    assert [queue.next() for _ in range(3)] == ["b", "c", "a"]
    queue.again("a")
    assert [queue.next(), queue.next()] == ["a", None]


@pytest.mark.parametrize("seed", range(50))
def test_no_card_is_ever_in_a_queue_twice_and_none_gets_lost(seed: int) -> None:
    chance = Random(seed)
    cards = [f"c{n}" for n in range(chance.randint(1, 12))]
    queue, inside = Queue(cards), set(cards)
    for _ in range(60):
        card = chance.choice(cards)
        match chance.choice(["next", "again", "first", "drop"]):
            case "next":
                inside.discard(queue.next() or "")
            case "again":
                queue.again(card)
                inside.add(card)
            case "first":
                queue.first(card)
                inside.add(card)
                assert queue.next() == card
                queue.first(card)
            case _:
                queue.drop(card)
                inside.discard(card)
        assert len(queue) == len(inside)
    left = [queue.next() for _ in range(len(queue))]
    assert sorted(card or "" for card in left) == sorted(inside)
