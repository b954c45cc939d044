"""When a person looked at worked solutions."""

from datetime import timedelta

from coach.record.looks import Looks, looked
from coach.record.places import Places
from tests.conftest import START


def test_before_any_look_there_is_none_and_nothing_is_made(places: Places) -> None:
    assert Looks(places).first() == {}
    assert not places.home.exists()


def test_the_first_look_at_each_solution_counts_over_all_devices(places: Places) -> None:
    looks = Looks(places)
    looks.add("here", "rag-support", START + timedelta(hours=2))
    looks.add("there", "rag-support", START + timedelta(hours=1))
    looks.add("here", "rag-support", START + timedelta(hours=3))
    looks.add("there", "ticket-triage", START)
    assert Looks(places).first() == {"rag-support": START + timedelta(hours=1), "ticket-triage": START}
    assert sorted(path.name for path in places.solutions.iterdir()) == ["here.jsonl", "there.jsonl"]


def test_what_cannot_be_read_is_left_out(places: Places) -> None:
    looks = Looks(places)
    looks.add("here", "rag-support", START)
    here = places.solutions / "here.jsonl"
    here.write_bytes(here.read_bytes() + b'oops\n{"scenario":"x"}\n{"at":"soon","scenario":"y"}\n{"at":"2026')
    (places.solutions / "there.jsonl").write_text("not a journal\n")
    assert looks.first() == {"rag-support": START}


def test_a_look_counts_when_it_came_before_the_end_of_a_round() -> None:
    assert looked(START - timedelta(seconds=1), START)
    assert not looked(START, START)
    assert looked(START + timedelta(days=1), None), "the round goes on"
    assert not looked(None, None)
