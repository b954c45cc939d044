"""How a diagram runs."""

import pytest

from coach.language.graph import Graph, read_mermaid
from coach.language.route import along, callers, fed_by, main_path, parts, split


def drawn(*lines: str) -> Graph:
    """A graph from the lines under `flowchart LR`."""
    return read_mermaid("\n".join(["flowchart LR", *lines]))


RING = ("user --> search --> reply --> user", "reply --> eval --> cms --> index --> search")


def test_an_arrow_runs_back_when_it_closes_a_circle() -> None:
    forward, back = split(drawn("a --> b --> c --> a", "c --> c", "c --> d"))
    assert [(e.source, e.target) for e in forward.edges] == [("a", "b"), ("b", "c"), ("c", "d")]
    assert [(e.source, e.target) for e in back] == [("c", "a"), ("c", "c")]


def test_the_order_of_drawing_decides_which_arrow_closes_a_circle() -> None:
    _, back = split(drawn(*RING))
    assert [(e.source, e.target) for e in back] == [("reply", "user"), ("index", "search")]
    _, back = split(drawn("cms --> index --> search", "user --> search --> reply --> eval --> cms"))
    assert [(e.source, e.target) for e in back] == [("eval", "cms")]


def test_an_arrow_into_a_start_runs_back_even_if_it_was_drawn_first() -> None:
    forward, back = split(drawn("llm --> user", "user --> api --> llm"), ["user"])
    assert [(e.source, e.target) for e in forward.edges] == [("user", "api"), ("api", "llm")]
    assert [(e.source, e.target) for e in back] == [("llm", "user")]


@pytest.mark.parametrize(
    ("lines", "starts", "path"),
    [
        (["a --> b --> c", "x --> b", "c --> d"], [], "abcd"),
        (["x --> y --> z --> b", "a --> b --> c"], ["a"], "abc"),
        (["a --> b", "a --> c --> d"], ["a"], "acd"),
        (["a -->|weak| h --> r", "a --> r"], [], "ar"),
        (["a --> b"], ["nowhere"], "ab"),
        (["alone"], [], ["alone"]),
        ([], [], ""),
    ],
)
def test_the_main_path_is_the_longest_that_keeps_off_exceptions(lines: list[str], starts: list[str], path: str) -> None:
    assert main_path(drawn(*lines), starts) == list(path)


def test_boxes_and_arrows_of_a_path_come_first() -> None:
    graph = along(drawn("x --> b", "a --> b", "b --> c"), ["a", "b", "c"])
    assert list(graph.labels) == ["a", "b", "c", "x"]
    assert [(e.source, e.target) for e in graph.edges] == [("a", "b"), ("b", "c"), ("x", "b")]


def test_parts_hang_together_whichever_way_arrows_point() -> None:
    assert parts(drawn("a --> b", "x --> y", "c --> b", "alone")) == [["a", "b", "c"], ["x", "y"], ["alone"]]


def test_a_box_that_answers_or_leads_nowhere_was_drawn_as_a_call() -> None:
    graph = drawn("hub --> mask", "hub --> llm --> hub", "hub --> step --> on")
    assert callers(graph, ["mask"]) == {"hub"}
    assert callers(graph, ["llm"]) == {"hub"}
    assert callers(graph, ["step"]) == set()


def test_an_input_stands_where_it_leads() -> None:
    graph = drawn("policy --> search", "user --> gate --> search")
    assert fed_by(graph, ["policy", "gate"]) == {"search"}
    assert fed_by(graph, ["gate"]) == set()


@pytest.mark.parametrize(
    ("ends", "path"),
    [(["d"], "abd"), (["d", "h"], "abeh"), (["e"], "abe"), (["nowhere"], "abefg"), (["a"], "abefg")],
)
def test_the_main_path_leads_to_an_answer_where_one_is_reached(ends: list[str], path: str) -> None:
    graph = drawn("a --> b --> d", "b --> e --> f --> g", "e --> h")
    assert main_path(graph, ["a"], ends) == list(path)
