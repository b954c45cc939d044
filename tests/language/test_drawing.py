"""Lines that draw."""

import pytest

from coach.language.drawing import add, arrows_like, cut, draws, ends_of, has_arrow
from coach.language.graph import Graph, GraphError, read_mermaid

EMPTY = Graph({}, ())


def drawn(*lines: str) -> Graph:
    """A diagram from its lines."""
    graph = EMPTY
    for line in lines:
        graph = add(graph, line).graph
    return graph


def arrows(graph: Graph) -> list[str]:
    """Each arrow as `a -> b`, with its label in brackets."""
    return [
        f"{graph.labels[e.source]} -> {f'({e.label}) ' if e.label else ''}{graph.labels[e.target]}" for e in graph.edges
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("+ docs -> chunker -> index", ["docs -> chunker", "chunker -> index"]),
        ("+docs->index", ["docs -> index"]),
        ("+ a --> b", ["a -> b"]),
        ("+ a → b", ["a -> b"]),
        ("+ a => b ==> c", ["a -> b", "b -> c"]),
        ("+ a -.-> b", ["a -> b"]),
        ("+ a > b >> c", ["a -> b", "b -> c"]),
        ("+ a -- b", ["a -> b"]),
        ("+ a <- b", ["b -> a"]),
        ("+ a <-> b", ["a -> b", "b -> a"]),
        ("+ a ↔ b", ["a -> b", "b -> a"]),
        ("+ llm ->|weak| human", ["llm -> (weak) human"]),
        ("+ llm -->| no answer | human", ["llm -> (no answer) human"]),
        ("+ llm -- weak --> human", ["llm -> (weak) human"]),
        ("+ llm -weak-> human", ["llm -> (weak) human"]),
        ("+ api <-|rows| db", ["db -> (rows) api"]),
        ("+ llm -> reply / human", ["llm -> reply", "llm -> human"]),
        ("+ a / b -> c", ["a -> c", "b -> c"]),
        ("+ a -> b; b -> c", ["a -> b", "b -> c"]),
        ("+ a -> b\n+ b -> c", ["a -> b", "b -> c"]),
        ("+ a -> b\nbecause c is slow; and dear\nb -> c", ["a -> b", "b -> c"]),
        ("+ [user] -> (the db) -> \"x\"", ["user -> the db", "the db -> x"]),
        ("+ llm -> llm", ["llm -> llm"]),
        ("+ re-rank -> tcp/ip -> 24/7 desk", ["re-rank -> tcp/ip", "tcp/ip -> 24/7 desk"]),
        ("+ p95 >2 s -> x ] y -> a | b", ["p95 >2 s -> x ] y", "x ] y -> a | b"]),
        ("+ \x1b[31mred -> \u202eb", ["[31mred -> b"]),
    ],
)  # fmt: skip
def test_a_line_is_read_as_people_type_it(line: str, expected: list[str]) -> None:
    assert arrows(drawn(line)) == expected


@pytest.mark.parametrize("line", ["+", "+ ", "+ ->", "+ a ->", "+ -> b", "+ a -> -> b", "+ a ->|weak b", "no arrow"])
def test_a_line_that_draws_nothing_says_why_in_one_sentence(line: str) -> None:
    with pytest.raises(GraphError) as caught:
        add(EMPTY, line)
    assert str(caught.value).endswith("drawn.")
    assert str(caught.value).count(".") == 1


def test_a_box_alone_is_drawn_without_an_arrow() -> None:
    assert drawn("+ cache") == Graph({"b1": "cache"}, ())


@pytest.mark.parametrize(
    "line",
    [
        "+1",
        "+ 2 nodes",
        "+1 for caching",
        "+ ~50 ms for rerank",
        "+ rerank bc codes",
        "+ we cache answers of last week",
    ],
)
def test_a_remark_after_a_plus_is_no_box(line: str) -> None:
    with pytest.raises(GraphError, match="Kept as a note"):
        add(EMPTY, line)
    assert list(drawn(f"+ user -> llm\n{line}").labels.values()) == ["user", "llm"]


@pytest.mark.parametrize(
    "line", ["+ 3ds", "+ 2nd provider", "+ 24/7 desk", "+ cache, ten minutes for first turns", "+ gpt 4"]
)
def test_a_short_name_is_a_box(line: str) -> None:
    assert len(drawn(line).labels) == 1


def test_a_box_typed_twice_is_one_box_and_a_slip_is_told() -> None:
    first = drawn("+ user -> retriever -> llm")
    again = add(first, "+ retriver -> LLM -> users")
    assert list(again.graph.labels.values()) == ["user", "retriever", "llm"]
    assert again.slips == (("retriver", "retriever"),)


def test_what_an_arrow_joins_is_two_boxes() -> None:
    assert list(drawn("+ doc -> docs").labels.values()) == ["doc", "docs"]
    assert list(drawn("+ retriever -> retriver").labels.values()) == ["retriever", "retriver"]


def test_an_arrow_drawn_again_takes_the_new_label_and_keeps_the_old_one_otherwise() -> None:
    assert arrows(drawn("+ a -> b -> c", "+ a ->|x| b", "+ a -> b")) == ["a -> (x) b", "b -> c"]


def test_a_note_without_a_plus_ends_its_boxes_where_it_goes_on() -> None:
    note = "publish webhook -> queue, nightly sweep for misses: <5 min, bar is 1 h"
    assert arrows(drawn(note)) == ["publish webhook -> queue"]
    assert arrows(drawn("llm -> check bc it lies")) == ["llm -> check"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("a -> b", True), ("shadow → 5 %", True), ("p95 > 2 s", False), ("fast -- and cheap", False), ("re-rank", False)],
)
def test_an_arrow_in_a_note_is_no_mere_sign(text: str, found: bool) -> None:
    assert has_arrow(text) is found


def test_only_a_plus_at_the_start_draws() -> None:
    assert draws("  + a")
    assert not draws("a + b -> c")


@pytest.mark.parametrize("line", ["+ " + " -> ".join(f"box {i}" for i in range(5000)), "+ " + " / ".join("abcdefghijklmno") + " -> " + " / ".join(f"n{i}" for i in range(40))])  # fmt: skip # noqa: E501
def test_a_pasted_page_is_refused(line: str) -> None:
    with pytest.raises(GraphError, match="more than 100 boxes or 200 arrows"):
        add(EMPTY, line)


@pytest.mark.parametrize(
    "line", ['+ a ] b -> "quoted" x -> c | d', "+ end -> 日本 ->|50 % & `x`| a;b", "+ #quot; -> <i> -> \\n"]
)
def test_every_diagram_is_mermaid_and_is_read_back_the_same(line: str) -> None:
    graph = drawn(line)
    assert read_mermaid(graph.mermaid()) == graph


def test_a_cut_takes_the_arrow_and_a_box_that_has_no_other() -> None:
    graph = cut(drawn("+ a -> b -> c"), "a", "b")
    assert arrows(graph) == ["b -> c"]
    assert list(graph.labels.values()) == ["b", "c"]


def test_a_cut_of_nothing_changes_nothing() -> None:
    graph = drawn("+ a -> b", "+ alone")
    assert cut(graph, "b", "a") == graph
    assert cut(graph, "x", "alone") == graph


def test_a_box_drawn_after_a_cut_is_a_new_one() -> None:
    assert list(add(cut(drawn("+ a -> b -> c"), "b", "c"), "+ d").graph.labels) == ["b1", "b2", "b3"]


DESIGN = (
    "+ user -> rewrite -> hybrid search -> rerank",
    "+ rewrite -> acl filter -> hybrid search",
    "+ user -> search log",
)


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("rew", "hyb", ["rewrite -> hybrid search"]),
        ("REW", "Hyb", ["rewrite -> hybrid search"]),
        ("rewrite", "hybrid search", ["rewrite -> hybrid search"]),
        ("filter", "search", ["acl filter -> hybrid search"]),
        ("re", "", ["rewrite -> hybrid search", "rewrite -> acl filter"]),
        ("user", "s", ["user -> search log"]),
        ("hybrid", "rewrite", []),
    ],
)
def test_arrows_are_found_by_beginnings_of_their_boxes(source: str, target: str, found: list[str]) -> None:
    graph = drawn(*DESIGN)
    assert arrows(Graph(graph.labels, tuple(arrows_like(graph, source, target)))) == found


def test_an_order_names_its_arrows() -> None:
    assert ends_of("rew -> hyb") == [("rew", "hyb")]
    assert ends_of("a -> b -> c") == [("a", "b"), ("b", "c")]
    for text in ("", "a", "->"):
        with pytest.raises(GraphError):
            ends_of(text)
