"""Pictures of diagrams."""

import pytest

from coach.content.library import Library
from coach.content.reference import reference
from coach.language.drawing import add
from coach.language.graph import Graph, read_mermaid
from coach.terminal.picture import draw

DIAGRAM = read_mermaid("flowchart LR\n user --> rewrite --> search --> rerank --> llm -->|weak| human\n llm --> reply")


def test_a_diagram_goes_left_to_right_where_it_fits() -> None:
    shown = draw(DIAGRAM, 100, 24, unicode=True)
    assert any("user" in line and "llm" in line for line in shown)
    assert max(map(len, shown)) <= 100


def test_a_diagram_goes_down_where_the_window_is_high_and_narrow() -> None:
    shown = draw(DIAGRAM, 40, 60, unicode=True)
    assert max(map(len, shown)) <= 40
    assert any("│" in line for line in shown)


def test_a_diagram_is_one_line_a_path_where_nothing_else_fits() -> None:
    shown = draw(DIAGRAM, 30, 10, unicode=True)
    assert max(map(len, shown)) <= 30
    joined = " ".join(" ".join(shown).split())
    assert joined == "user -> rewrite -> search -> rerank -> llm -> reply llm -> (weak) human"


def test_where_only_boxes_are_wanted_there_are_no_paths() -> None:
    assert draw(DIAGRAM, 30, 10, unicode=True, only_boxes=True) == []
    assert draw(DIAGRAM, 40, 60, unicode=True, only_boxes=True) == draw(DIAGRAM, 40, 60, unicode=True)


def test_a_diagram_in_ascii() -> None:
    assert "".join(draw(DIAGRAM, 100, 24, unicode=False)).isascii()


MOCK = (
    "+ user -> rewrite -> hybrid search -> rerank -> llm -> reply",
    "+ cms -> queue -> chunker -> index -> hybrid search",
    "+ llm ->|weak| human",
)


def drawn(*lines: str) -> Graph:
    """A diagram from the lines that draw it."""
    graph = Graph({}, ())
    for line in lines:
        graph = add(graph, line).graph
    return graph


@pytest.mark.parametrize(("width", "boxed"), [(120, True), (69, True), (59, True), (58, False)])
def test_a_real_design_is_drawn_closer_and_then_as_paths(width: int, boxed: bool) -> None:
    shown = draw(drawn(*MOCK), width, 20, unicode=True)
    assert max(map(len, shown)) <= width
    assert ("┌" in "".join(shown)) is boxed
    assert all(label in "\n".join(shown) for label in drawn(*MOCK).labels.values())


def test_the_main_path_is_the_first_row_whatever_was_drawn_first() -> None:
    shown = draw(drawn(MOCK[2], MOCK[1], MOCK[0]), 100, 20, unicode=True)
    assert [name for name in ("user", "rewrite", "rerank", "llm", "reply", "cms") if name in shown[1]] == [
        "user", "rewrite", "rerank", "llm", "reply",
    ]  # fmt: skip


def test_what_runs_back_is_a_line_below_and_does_not_pull_the_picture_apart() -> None:
    plain = draw(drawn(*MOCK, "+ reply -> eval"), 120, 20, unicode=True)
    assert draw(drawn(*MOCK, "+ reply -> eval ->|gaps| cms"), 120, 20, unicode=True) == [
        *plain, " back: eval -> (gaps) cms",
    ]  # fmt: skip


def test_no_picture_is_higher_than_the_window() -> None:
    hub = drawn("+ user -> api", "+ api -> a / b / c / d")
    assert "┌" in "".join(draw(hub, 80, 30, unicode=True))
    low = draw(hub, 80, 10, unicode=True)
    assert "┌" not in "".join(low)
    assert len(low) <= 10


def test_two_labels_that_would_overwrite_each_other_make_paths_instead() -> None:
    for lines in (["+ a ->|first| b", "+ b ->|second| a2"], ["+ x ->|one| y / z", "+ w ->|two| y / z"]):
        shown = "\n".join(draw(drawn(*lines), 100, 30, unicode=True))
        for edge in drawn(*lines).edges:
            assert shown.count(edge.label) == sum(edge.label == other.label for other in drawn(*lines).edges)


def test_a_tangle_of_lines_is_shown_as_paths() -> None:
    graph = drawn(
        "+ a -> b -> c -> d", "+ a -> c", "+ a -> d", "+ b -> d", "+ x -> c", "+ x -> d", "+ x -> b", "+ y -> d"
    )
    for unicode in (True, False):
        shown = draw(graph, 200, 60, unicode=unicode)
        assert shown == [f" {path}" for path in graph.paths()]


def test_paths_break_between_boxes() -> None:
    shown = draw(drawn("+ the user -> hybrid search -> vector store"), 30, 2, unicode=True)
    assert shown == [" the user -> hybrid search ->", "     vector store"]


def test_a_box_without_arrows_is_shown_too() -> None:
    assert "cache" in "".join(draw(drawn("+ a -> b", "+ cache"), 60, 20, unicode=True))
    assert " cache" in draw(drawn("+ a -> b", "+ cache"), 60, 2, unicode=True)


def test_a_maze_is_shown_as_paths_at_once() -> None:
    maze = drawn("+ " + " -> ".join(f"n{i}" for i in range(40)))
    assert "┌" not in "".join(draw(maze, 500, 500, unicode=True))


@pytest.mark.parametrize(
    "name", ['say "hi"', "a ] b", "x | y", "日本語", "<b>", "50 % & more", "`x`", "end", "%% c", "#1;"]
)
def test_any_name_can_be_drawn(name: str) -> None:
    graph = Graph({"b1": name, "b2": "other"}, drawn("+ a -> b").edges)
    assert "other" in "".join(draw(graph, 60, 10, unicode=True))
    assert read_mermaid(graph.mermaid()) == graph


def test_a_fan_has_its_corners_where_there_is_room() -> None:
    fan = drawn("+ api -> cache / dashboard", "+ cache -> db")
    assert any("╰►" in line for line in draw(fan, 60, 24, unicode=True))
    assert "┌" in "".join(draw(fan, 24, 24, unicode=True))


def test_the_way_of_a_request_to_its_answer_comes_first() -> None:
    lines = ("+ payment -> score -> decision -> log -> labels -> train -> shadow", "+ decision -> answer")
    assert draw(drawn(*lines), 60, 3, unicode=True) == [
        " payment -> score -> decision -> answer",
        " decision -> log -> labels -> train -> shadow",
    ]


@pytest.mark.parametrize("level", ["mid", "senior", "staff"])
def test_a_shipped_reference_is_drawn_in_an_ordinary_window(level: str, library: Library) -> None:
    shipped = library.scenario("fraud-detection").value.diagram
    assert shipped is not None
    assert "┌" in "".join(draw(reference(shipped, level), 78, 30, unicode=True))
