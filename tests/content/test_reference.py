"""The reference diagram: what a level draws, and the checks of a reviewer."""

import pytest

from coach.content.reference import boxes_by_role, failed_checks, reference
from coach.content.scenario import Check, Diagram
from coach.language.graph import Graph, read_mermaid

DIAGRAM = Diagram(
    mermaid="""flowchart LR
      user[Customer] --> gate[Policy filter] --> index[Vector index] --> rerank[Reranker] --> llm[Model]
      llm --> log[Audit log]""",
    roles={
        "user": ("customer*", "person"),
        "acl": ("$acl", "policy"),
        "index": ("index | vector*",),
        "llm": ("model",),
    },
    levels={"senior": ("rerank",), "staff": ("log",)},
)
GLOSSARY = {"acl": ["permission*", "access control"]}


def graph(*lines: str) -> Graph:
    """A drawing from its lines."""
    return read_mermaid("\n".join(["flowchart LR", *lines]))


@pytest.mark.parametrize(
    ("level", "boxes", "bridge"),
    [
        ("mid", ["user", "gate", "index", "llm"], ("index", "llm")),
        ("senior", ["user", "gate", "index", "rerank", "llm"], ("rerank", "llm")),
        ("staff", ["user", "gate", "index", "rerank", "llm", "log"], ("llm", "log")),
    ],
)
def test_a_level_is_shown_its_own_boxes_and_those_below_with_the_gaps_bridged(
    level: str, boxes: list[str], bridge: tuple[str, str]
) -> None:
    shown = reference(DIAGRAM, level)
    assert list(shown.labels) == boxes
    assert bridge in [(edge.source, edge.target) for edge in shown.edges]


def test_a_box_is_recognised_by_its_text_its_name_or_a_word_of_the_glossary() -> None:
    drawn = graph("llm[GPT] --> b[Access control]", "c[A model of permissions]", "d[Something else]")
    assert boxes_by_role(drawn, DIAGRAM.roles, GLOSSARY) == {
        "user": [], "acl": ["b", "c"], "index": [], "llm": ["llm", "c"],
    }  # fmt: skip


PATH = Check(id="path", say="No path.", path=("user", "llm"))
THROUGH = Check(id="through", say="Nothing checks permissions.", path=("user", "index"), through="acl")
EXISTS = Check(id="exists", say="No model is drawn.", exists="llm")
LEAVES = Check(id="leaves", say="Nothing leads on from the model.", leaves="llm")


@pytest.mark.parametrize(
    ("lines", "failed"),
    [
        (["user --> acl --> index --> llm --> x"], []),
        (["user --> index --> llm --> x"], ["through"]),
        (["user --> acl --> index", "user --> index", "index --> llm --> x"], ["through"]),
        (["user --> acl", "index --> llm --> x"], ["path"]),
        (["user --> acl --> index --> llm"], ["leaves"]),
        (["user --> acl --> index"], ["exists"]),
        (["user --> x", "llm --> y"], ["path"]),
        (["llm --> user"], ["path"]),
        (["x --> y"], ["exists"]),
        (["user --> acl --> index --> llm --> x", "user --> log --> index"], []),
        (["user --> acl --> index --> llm --> reply", "user --> rules --> reply --> e[evaluation] --> index"], []),
        (["user --> acl --> index --> llm --> reply", "user --> rules --> reply --> user"], []),
        (["user --> api --> acl", "api --> index --> llm --> x"], []),
        (["user --> api --> acl --> api --> index --> llm --> x"], []),
        (["acl --> index", "user --> index --> llm --> x"], []),
        (["acl --> llm", "user --> index --> llm --> x"], ["through"]),
    ],
)
def test_a_drawing_fails_exactly_the_checks_it_does_not_meet(lines: list[str], failed: list[str]) -> None:
    checks = [PATH, THROUGH, EXISTS, LEAVES]
    assert [check.id for check in failed_checks(graph(*lines), DIAGRAM, checks, GLOSSARY)] == failed


def test_the_reference_itself_passes() -> None:
    drawn = read_mermaid(DIAGRAM.mermaid)
    assert failed_checks(drawn, DIAGRAM, [PATH, THROUGH, EXISTS, LEAVES], GLOSSARY) == []


def test_what_is_not_drawn_at_all_is_said_otherwise() -> None:
    both = Check(id="both", say="Nothing leads on.", exists="llm", leaves="llm", missing="No model.")
    said = [
        [check.say for check in failed_checks(graph(line), DIAGRAM, [both], GLOSSARY)]
        for line in ("user --> x", "user --> llm", "llm --> x", "llm --> b[other model]")
    ]
    assert said == [["No model."], ["Nothing leads on."], [], ["Nothing leads on."]]


def test_an_arrow_can_say_what_its_target_is() -> None:
    assert failed_checks(graph("user -->|model| x --> y"), DIAGRAM, [EXISTS], GLOSSARY) == []
    assert failed_checks(graph("user -->|policy| index"), DIAGRAM, [THROUGH], GLOSSARY) == []
    assert failed_checks(graph("user -->|slow| index"), DIAGRAM, [THROUGH], GLOSSARY) == [THROUGH]


@pytest.mark.parametrize(
    ("lines", "answered"),
    [
        (["user --> x --> llm"], True),
        (["user --> x --> y --> user"], True),
        (["user --> x", "x --> a", "x --> b"], True),
        (["user --> x"], False),
        (["user --> x --> y --> z"], False),
        (["user --> x", "x --> a --> b", "x --> c --> d"], False),
    ],
)
def test_an_answer_is_a_path_to_it_an_arrow_back_or_a_service_that_calls(lines: list[str], answered: bool) -> None:
    back = Check(id="back", say="No answer.", path=("user", "llm"), or_back=True)
    assert (failed_checks(graph(*lines), DIAGRAM, [back], GLOSSARY) == []) is answered


def test_what_is_fed_through_a_box_that_the_goal_calls_is_fed() -> None:
    fed = Check(id="fed", say="Nothing feeds the model.", path=("user", "llm"))
    assert failed_checks(graph("user --> store", "llm --> store", "llm --> x"), DIAGRAM, [fed], GLOSSARY) == []
    assert failed_checks(graph("user --> store --> x", "llm --> store"), DIAGRAM, [fed], GLOSSARY) == [fed]


def test_a_check_with_a_path_still_tests_that_a_box_is_drawn() -> None:
    both = Check(id="both", say="No index.", path=("user", "llm"), exists="index")
    assert failed_checks(graph("user --> llm"), DIAGRAM, [both], GLOSSARY) == [both]
