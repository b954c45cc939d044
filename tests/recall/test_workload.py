"""How many cards there were and will be."""

from coach.recall.agenda import LOAD, NEW_A_DAY, Terms
from coach.recall.ledger import Progress
from coach.recall.log import CRAM, DUE, FLAG, REPEAT, Entry
from coach.recall.workload import begun_on, gone_through, workload
from tests.recall.person import START, day, items, ledger, memory

TERMS = Terms(START)


def test_what_is_due_comes_on_its_day_and_what_is_suspended_on_none() -> None:
    cards = items(3)
    known = ledger(**{"d0/c0": memory(3, 0), "d0/c1": memory(3, 0), "d0/c2": Progress(memory(3, 0), suspended=True)})
    assert workload(cards, known, TERMS, 4, 0) == {day(1): 0, day(2): 0, day(3): 2, day(4): 0}


def test_new_cards_come_a_few_a_day_while_there_are_some_and_come_back() -> None:
    found = list(workload([], ledger(), TERMS, 16, 8).values())
    assert found[:4] == [NEW_A_DAY, 2, NEW_A_DAY, 2]
    assert sum(found) == 8 * 3


def test_nothing_new_comes_on_the_eve_and_on_the_day() -> None:
    found = workload([], ledger(), Terms(START, day(5)), 5, 100)
    assert list(found.values()) == [6, 6, 12, 6, 6], "those of two and three days ago come back"


def test_a_day_has_its_load_of_due_ones() -> None:
    cards = items(60)
    known = ledger(**{item.id: memory(3, 0) for item in cards})
    assert workload(cards, known, TERMS, 3, 0)[day(3)] == LOAD


def test_nothing_new_comes_while_due_ones_wait() -> None:
    found = workload([], ledger(), TERMS, 3, 6, waiting=LOAD + 20)
    assert list(found.values()) == [LOAD, 20 + NEW_A_DAY, 0]


def test_every_grade_of_a_day_counts_but_crammed_ones() -> None:
    days = [(-1, DUE), (-1, DUE), (-1, REPEAT), (-1, CRAM), (0, DUE)]
    entries = [Entry(day(ago), "", "", n, card="a", grade=3, mode=mode) for n, (ago, mode) in enumerate(days)]
    assert gone_through([*entries, Entry(day(0), "", "", 9, FLAG, "a")]) == {day(-1): 3, day(0): 1}


def test_what_was_begun_on_a_day_counts_once_a_card() -> None:
    assert begun_on(ledger(a=memory(3, -1), b=memory(3, 0), c=memory(3, 0), d=Progress()), day(0)) == 2


def test_what_has_no_place_on_a_day_comes_on_the_next_one_and_due_ones_go_first() -> None:
    cards = items(30)
    known = ledger(**{item.id: memory(3, 0) for item in cards})
    found = workload(cards, known, TERMS, 6, 100, fits=20, waiting=5)
    assert list(found.values())[:2] == [5 + NEW_A_DAY, NEW_A_DAY]
    assert list(found.values())[2:] == [36 + NEW_A_DAY, 22 + NEW_A_DAY, 2 + NEW_A_DAY, NEW_A_DAY]


def test_what_was_begun_today_comes_back() -> None:
    assert workload([], ledger(), TERMS, 3, 0, begun=6) == {day(1): 0, day(2): 6, day(3): 0}
