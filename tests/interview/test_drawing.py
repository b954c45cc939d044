"""The person's diagram, and what a reviewer would say of it."""

from dataclasses import replace

import pytest

from coach.content.library import Library
from coach.content.scenario import Scenario
from coach.interview.drawing import diagram, remarks
from coach.language.graph import Graph
from tests.builders import Journal, started


def arrows(graph: Graph) -> list[str]:
    """Each arrow as `a -> b`."""
    return [f"{graph.labels[edge.source]} -> {graph.labels[edge.target]}" for edge in graph.edges]


def sketched(*lines: str, level: str = "senior", **changes: object) -> Journal:
    """A journal in which these lines were drawn, and `cut a -> b` cut."""
    journal, number = started(level=level, **changes), 0
    for line in lines:
        if line.startswith("cut "):
            source, _, target = line[4:].partition(" -> ")
            journal.add("cut", 1, source=source, target=target)
        else:
            number += 1
            journal.add("note", 1, note=number, text=line, step=1, drawn=True)
    return journal


def test_strokes_are_replayed_in_their_order() -> None:
    journal = sketched("+ a -> b -> c", "cut a -> b", "+ a -> c", "cut a -> c", "+ a -> b")
    assert arrows(diagram(journal.fold())) == ["b -> c", "a -> b"]


def test_a_round_without_a_stroke_has_an_empty_diagram() -> None:
    assert diagram(started().add("note", 1, note=1, text="shadow -> all", step=1).fold()) == Graph({}, ())


def test_a_dropped_note_no_longer_draws_and_an_edited_one_draws_its_new_text() -> None:
    journal = sketched("+ a -> b", "+ b -> c", "+ c -> d")
    journal.add("drop", 1, note=2).add("edit", 1, note=1, text="+ a -> x")
    assert arrows(diagram(journal.fold())) == ["a -> x", "c -> d"]


def test_a_note_that_cannot_be_read_draws_nothing_and_hides_nothing() -> None:
    assert arrows(diagram(sketched("+ a ->", "+ b -> c", "cut x -> y").fold())) == ["b -> c"]


def test_a_note_drawn_after_all_draws_in_its_turn_and_can_be_taken_back() -> None:
    journal = started().add("note", 1, note=1, text="hook -> queue, 5 min", step=1).add("draw", 1, note=1)
    assert arrows(diagram(journal.fold())) == ["hook -> queue"]
    assert diagram(journal.add("undraw", 1, note=1).fold()).labels == {}


def test_a_diagram_goes_on_from_the_design_that_was_handed_over() -> None:
    design = "flowchart LR\n  user --> llm[the model]\n  b3[cache] --> llm"
    session = sketched("+ the modle -> reply -> log", "cut cache -> the model", design=design).fold()
    assert arrows(diagram(session)) == ["user -> the model", "the model -> reply", "reply -> log"]
    assert diagram(sketched("+ a -> b", design="no chart").fold()).paths() == ["a -> b"]


def test_the_diagram_before_a_note_is_that_of_the_strokes_before_it() -> None:
    session = sketched("+ a -> b", "+ b -> c", "+ c -> d").fold()
    assert arrows(diagram(session, before=3)) == ["a -> b", "b -> c"]


@pytest.fixture
def shipped(library: Library) -> Scenario:
    """The shipped question."""
    return library.scenario("rag-support").value


ACL, MASK, CHECK, FALLBACK, WAY_OUT, WAY_BACK, EVAL, FED = (
    "Nothing decides who may see what before the search.",
    "The customer's text reaches the model with names and e-mails in it.",
    "What the model writes goes straight to the screen.",
    "No fallback is drawn for the model.",
    "There is no way out to a person.",
    "The case ends with the person; nothing leads on from there.",
    "No evaluation is drawn.",
    "No arrow leads from the content system to the search.",
)
BARE = (
    "+ user -> rewrite -> hybrid search -> rerank -> llm -> reply",
    "+ cms -> queue -> chunker -> index -> hybrid search",
    "+ llm ->|weak| human",
)
DESIGNS = {
    "bare": (BARE, [ACL, MASK, CHECK, FALLBACK, WAY_BACK, EVAL]),
    "filter drawn in": ((*BARE, "+ rewrite -> acl filter -> hybrid search", "cut rewrite -> hybrid search"),
                        [MASK, CHECK, FALLBACK, WAY_BACK, EVAL]),
    "filter beside the old way": ((*BARE, "+ rewrite -> acl filter -> hybrid search"),
                                  [ACL, MASK, CHECK, FALLBACK, WAY_BACK, EVAL]),
    "filter after the search": (("+ user -> mask -> search -> acl filter -> llm -> check -> reply",
                                 "+ check -> human -> reply -> eval -> cms -> search"), [ACL, FALLBACK]),
    "five boxes": (("+ user -> api -> retriever -> llm -> reply",), [ACL, MASK, CHECK, FALLBACK, WAY_OUT, EVAL]),
    "whole, feedback included": (("+ customer -> auth + pii mask -> rewriter -> retriever (acl in query) -> reranker "
                                  "-> gpt-4o / second provider -> nli check -> answer",
                                  "+ help center -> webhook -> chunker -> embedder -> opensearch -> retriever",
                                  "+ nli check ->|fail| ticket -> agent desk -> labels -> weekly eval",
                                  "+ answer -> thumbs -> weekly eval -> help center"), []),
    "all calls of one service": (("+ browser <-> chat service",
                                  "+ chat service <-> redactor / permission service / search / llm / plan b / guard",
                                  "+ search -> index", "+ content system -> events -> indexer -> index",
                                  "+ chat service -> escalation -> support agents -> chat service",
                                  "+ chat service -> logs -> eval set -> chat service"), []),
    "a policy as an input": (("+ user -> login -> router -> search -> llm -> citation check -> reply -> user",
                              "+ router -> fixed text -> reply", "+ tenant policy -> search",
                              "+ articles -> kafka -> embedding job -> vector store -> search",
                              "+ citation check ->|low| human agent -> reply",
                              "+ reply -> feedback -> eval -> articles"), [FALLBACK]),
    "the search asks the index": (("+ widget -> bff -> orchestrator -> pii scrubber -> search with acl -> bm25 / ann",
                                   "+ article events -> worker -> bm25 / ann",
                                   "+ search with acl -> llm -> verifier -> widget",
                                   "+ verifier -> handover queue -> agents", "+ widget -> evaluation -> worker"),
                                  [FALLBACK, WAY_BACK]),
    "an arrow says what is down": (("+ app -> api gw -> comprehend pii -> opa -> kendra -> bedrock -> guard -> app",
                                    "+ s3 help pages -> eventbridge -> kendra", "+ bedrock ->|5xx| openai -> guard",
                                    "+ guard -> zendesk -> agent -> app",
                                    "+ zendesk -> weekly evals -> s3 help pages"), []),
    "calls of a front end": (("+ chat widget <-> bff", "+ bff <-> dlp / opa / retriever / claude / fact check",
                              "+ claude ->|down| mistral -> fact check", "+ confluence -> webhook -> indexer -> qdrant",
                              "+ retriever <-> qdrant", "+ bff -> live agent -> chat widget",
                              "+ chat widget -> csat -> eval"), ["Nothing runs back from evaluation."]),
    "a cache first": (("+ customer -> login -> cache -> answer", "+ cache -> mask -> permission filter -> search "
                       "-> rerank -> llm -> citations -> answer", "+ llm -> fallback: top 3 links -> answer",
                       "+ articles -> queue -> chunker -> index -> search",
                       "+ citations -> ticket -> support -> answer"), [EVAL]),
    "no answer, no search": (("+ user -> app -> llm -> db",), [
        "No answer to the customer is drawn.", "No search is drawn: the model answers from memory.", MASK, FALLBACK,
        WAY_OUT, EVAL]),
    "not joined": (("+ user -> gateway -> search -> llm -> check -> reply", "+ docs -> chunker -> index", "+ cache"),
                   [ACL, FALLBACK, FED, WAY_OUT, EVAL, "“cache” stands alone, without an arrow."]),
}  # fmt: skip


@pytest.mark.parametrize("name", DESIGNS)
def test_a_reviewer_says_what_the_drawing_shows_and_nothing_else(
    name: str, shipped: Scenario, library: Library
) -> None:
    lines, said = DESIGNS[name]
    assert remarks(sketched(*lines).fold(), shipped, library.glossary) == said


UNLABELLED, UNFED, ALONE, NO_RULES, UNSEEN, NO_ANSWER = (
    "No chargebacks or other labels are drawn.",
    "Nothing leads from chargebacks back to the model.",
    "Nothing is looked up: each payment is judged by itself alone.",
    "No rules and no fallback are drawn: when the model does not answer, nothing decides.",
    "No review of doubtful payments is drawn.",
    "No answer to the payment is drawn.",
)
SOUND = (
    "+ payment -> orchestrator -> score -> policy -> approve / challenge / decline",
    "+ issuer reports -> bigquery -> vertex training -> registry",
    "+ policy -> ops queue -> bigquery",
    "+ static ruleset -> policy",
    "+ orchestrator -> redis -> score",
)
FRAUD = {
    "sound": (SOUND, []),
    "without its store": (SOUND[:-1], [ALONE]),
    "a chain of four": (("+ user -> app -> ml model -> db",), [NO_ANSWER, UNLABELLED, NO_RULES, UNSEEN]),
    "managed services": (("+ checkout -> api gw -> lambda -> sagemaker endpoint -> decision -> checkout",
                          "+ lambda -> dynamodb", "+ checkout -> kinesis -> flink -> dynamodb",
                          "+ decision -> s3 -> sagemaker training -> sagemaker endpoint", "+ chargebacks -> s3",
                          "+ decision ->|grey| case mgmt -> analysts -> s3"), [NO_RULES]),
    "calls of one service": (("+ merchant <-> fraud svc",
                              "+ fraud svc <-> feature store / model / rule engine / decision",
                              "+ merchant -> kafka -> flink -> feature store",
                              "+ chargeback feed -> labels -> nightly training -> model",
                              "+ fraud svc -> review queue -> agents -> labels"), []),
    "rules alone": (("+ shop -> rules -> approve/decline", "+ rules -> manual review"),
                    [UNLABELLED, ALONE, "The review queue leads nowhere."]),
    "an arrow says when": (("+ psp -> risk api -> features -> xgb -> thresholds -> psp",
                            "+ risk api ->|timeout| amount and card -> psp", "+ psp -> pubsub -> dataflow -> features",
                            "+ disputes -> labeling -> train -> xgb", "+ thresholds -> investigators -> labeling"), []),
    "words of another house": (("+ txn -> ingress -> enrichment -> scorer -> decisioner -> issuer auth response",
                                "+ txn -> event hub -> stream processor -> online features -> enrichment",
                                "+ event hub -> synapse -> azure ml -> model registry -> scorer",
                                "+ cb files -> synapse", "+ decisioner -> step-up 3ds",
                                "+ decisioner -> fraud ops -> synapse", "+ hard rules -> decisioner"), []),
    "labels that stop": (("+ shop -> service -> model / redis / rules", "+ disputes -> dashboard",
                          "+ service -> manual review -> dashboard", "+ train -> model"),
                         [UNFED, "What the analysts find out never reaches training."]),
}  # fmt: skip


@pytest.mark.parametrize("name", FRAUD)
def test_a_reviewer_of_payments_is_fair(name: str, library: Library) -> None:
    lines, said = FRAUD[name]
    assert remarks(sketched(*lines).fold(), library.scenario("fraud-detection").value, library.glossary) == said


def test_a_level_is_not_held_to_the_boxes_of_a_higher_one(shipped: Scenario, library: Library) -> None:
    assert remarks(sketched(*BARE, level="mid").fold(), shipped, library.glossary) == [MASK, WAY_BACK, EVAL]


def test_nothing_is_said_of_no_drawing_or_of_details_drawn_after_the_design(
    shipped: Scenario, library: Library
) -> None:
    assert remarks(sketched().fold(), shipped, library.glossary) == []
    late = sketched(*BARE, steps=started().fold().plan.steps[2:], skipped=("clarify", "high-level"))
    assert remarks(late.fold(), shipped, library.glossary) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["+ user -> search -> rerank"], ["“rerank” leads nowhere."]),
        (["+ user -> search -> reply"], []),
        (["+ user -> api -> rerank / llm"], []),
        (["+ docs -> chunker -> index"], []),
        (
            ["+ docs -> chunker", "+ user -> gateway -> search -> llm"],
            ["No arrow joins “docs” and “chunker” to the rest.", "“llm” leads nowhere."],
        ),
        (["+ payment -> score -> decide"], []),
        (["+ case -> analyst queue"], []),
        (["+ a -> reply", "+ b", "+ c"], ["“b” and “c” stand alone, without an arrow."]),
    ],
)
def test_what_needs_no_knowledge_of_the_question(
    lines: list[str], said: list[str], shipped: Scenario, library: Library
) -> None:
    bare = replace(shipped, checks=())
    assert remarks(sketched(*lines).fold(), bare, library.glossary) == said
