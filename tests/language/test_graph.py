"""Diagrams as edge lists."""

import re

import pytest

from coach.language.graph import Edge, Graph, GraphError, read_mermaid


def drawn(*lines: str) -> Graph:
    """A graph from the lines under `flowchart LR`."""
    return read_mermaid("\n".join(["flowchart LR", *lines]))


def arrows(graph: Graph) -> list[tuple[str, str]]:
    """The ends of each arrow."""
    return [(edge.source, edge.target) for edge in graph.edges]


def test_boxes_keep_their_text_and_arrows_their_order() -> None:
    graph = drawn('user[A customer] -->|asks| api("the gateway")', "api --> llm{model}")
    assert graph.labels == {"user": "A customer", "api": "the gateway", "llm": "model"}
    assert graph.edges == (Edge("user", "api", "asks"), Edge("api", "llm"))


def test_a_box_without_text_is_called_by_its_name() -> None:
    assert drawn("user --> api").labels == {"user": "user", "api": "api"}


def test_text_given_later_wins_over_the_name() -> None:
    assert drawn("user --> api", "api[Gateway]").labels["api"] == "Gateway"


@pytest.mark.parametrize("arrow", ["-->", "--->", "-.->", "==>", "-->|x|", "--> |x|"])
def test_every_kind_of_arrow_is_an_arrow(arrow: str) -> None:
    assert arrows(drawn(f"a {arrow} b")) == [("a", "b")]


@pytest.mark.parametrize("line", ["a-->b", "a[A]-->b[B]", "a-->|x|b", "a-.->b", "a==>b", "a-->b-->c"])
def test_arrows_need_no_spaces_around_them(line: str) -> None:
    assert arrows(drawn(line))[0] == ("a", "b")


def test_a_hyphen_inside_a_name_belongs_to_it() -> None:
    assert arrows(drawn("vector-store --> re-rank")) == [("vector-store", "re-rank")]


def test_a_line_may_hold_a_chain_and_a_semicolon_ends_one() -> None:
    assert arrows(drawn("a --> b --> c; c --> a")) == [("a", "b"), ("b", "c"), ("c", "a")]


def test_comments_and_blank_lines_are_skipped() -> None:
    graph = read_mermaid("\n%% first\n  graph TD\n\n  %% second\n  a --> b\n")
    assert arrows(graph) == [("a", "b")]


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("", "flowchart LR"),
        ("a --> b", "flowchart LR"),
        ("sequenceDiagram\nA->>B: hi", "flowchart LR"),
        ("flowchart SIDEWAYS\na --> b", "flowchart LR"),
        ("flowchart LR\n--> b", "--> b"),
        ("flowchart LR\na --> b & c", "& c"),
        ("flowchart LR\na -- text --> b", "-- text --> b"),
        ("flowchart LR\nsubgraph one", "one"),
        ("flowchart LR\na -->", "-->"),
        ("flowchart LR\na[open --> b", "open"),
    ],
)
def test_anything_but_boxes_and_arrows_is_refused_and_named(source: str, named: str) -> None:
    with pytest.raises(GraphError) as caught:
        read_mermaid(source)
    assert named in str(caught.value)


def test_a_box_taken_out_leaves_a_bridge() -> None:
    graph = drawn("a -->|x| b --> c", "b --> d").without(["b"])
    assert graph.edges == (Edge("a", "c", "x"), Edge("a", "d", "x"))
    assert list(graph.labels) == ["a", "c", "d"]


def test_two_boxes_in_a_row_taken_out_leave_one_bridge() -> None:
    assert arrows(drawn("a --> b --> c --> d").without(["b", "c"])) == [("a", "d")]


def test_a_bridge_stands_where_the_arrow_was() -> None:
    assert arrows(drawn("a --> b --> c --> d", "d --> a").without(["b"])) == [("a", "c"), ("c", "d"), ("d", "a")]


def test_a_bridge_never_doubles_an_arrow_and_never_turns_back() -> None:
    assert arrows(drawn("a --> b --> c", "a --> c").without(["b"])) == [("a", "c")]
    assert arrows(drawn("a --> b --> a").without(["b"])) == []


def test_a_box_with_an_arrow_to_itself_can_be_taken_out() -> None:
    assert arrows(drawn("a --> b --> b", "b --> c").without(["b"])) == [("a", "c")]


def test_taking_out_leaves_the_first_graph_alone() -> None:
    graph = drawn("a --> b --> c")
    graph.without(["b"])
    assert arrows(graph) == [("a", "b"), ("b", "c")]


def test_written_as_mermaid_and_read_again_it_is_the_same() -> None:
    graph = drawn("user[A customer] -->|asks| api(the gateway) --> llm{a model (large)}", "alone[by itself]")
    assert read_mermaid(graph.mermaid()) == graph


@pytest.mark.parametrize(
    "label", ['say "hi"', "a ] b } c )", "x | y; z", "<b> & `c`", "#35;", "end", "/attic/", "日本", "a -> b", "\\n"]
)
def test_any_text_is_written_so_that_mermaid_reads_it_as_text(label: str) -> None:
    graph = Graph({"a": label, "b": "b"}, (Edge("a", "b", label),))
    assert read_mermaid(graph.mermaid()) == graph
    assert not re.search(r"[<>`|]", graph.mermaid().replace("-->", "").replace('|"', "").replace('"|', ""))


def test_a_box_without_arrows_has_a_line_of_its_own() -> None:
    assert drawn("alone[by itself]", "a --> b").paths() == ["a -> b", "by itself"]


def test_paths_name_every_arrow_once() -> None:
    lines = drawn("user[User] --> api[API] -->|prompt| llm[LLM]", "cms[CMS] --> api", "api --> log").paths()
    assert lines == ["User -> API -> log", "CMS -> API -> (prompt) LLM"]


def test_what_one_box_fans_out_to_shares_a_line() -> None:
    lines = drawn("api --> a --> b", "api --> c", "api -->|x| d", "api --> e", "f --> e").paths()
    assert lines == ["api -> a -> b", "api -> c / e", "api -> (x) d", "f -> e"]


def test_a_circle_has_a_path_too() -> None:
    assert drawn("a --> b --> c --> a").paths() == ["a -> b -> c -> a"]


@pytest.mark.parametrize(
    ("start", "goal", "avoid", "reached"),
    [
        ("a", "c", "", True),
        ("a", "d", "", True),
        ("a", "d", "c", False),
        ("a", "c", "b", False),
        ("c", "a", "", False),
        ("a", "a", "", False),
        ("d", "d", "", True),
        ("a", "c", "a", False),
        ("a", "c", "c", False),
        ("nowhere", "c", "", False),
    ],
)
def test_reaching_needs_at_least_one_arrow_and_never_enters_what_is_avoided(
    start: str, goal: str, avoid: str, reached: bool
) -> None:
    graph = drawn("a --> b --> c --> d --> e --> d")
    assert graph.reaches([start], [goal], [avoid] if avoid else []) is reached
