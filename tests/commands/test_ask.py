"""`coach ask`: the sheet, asked outside of a round."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from coach.cli import app
from coach.commands import world

TEXT = """\
schema: 1
id: given
title: T
family: rag
question: Q
brief: B
facts:
  - {id: docs, topic: how many there are, answer: "Docs: two \\e[31m.", match: ["how many & docs", corpus]}
  - {id: speed, topic: response time, answer: Response time is two seconds., covers: [latency]}
  - {id: goal, topic: the measure of success, answer: Success is less work., covers: [success], match: [success]}
points:
  - {id: one, phase: clarify, dimension: framing, level: mid, point: Asks something}
  - {id: two, phase: tradeoffs, dimension: numbers, level: staff, point: Works it out}
"""


@pytest.fixture(autouse=True)
def _few_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "given.yaml").write_text(TEXT)
    (folder / "glossary.yaml").write_text("schema: 1\nwords: {docs: [doc, page]}\n")
    (folder / "skills.yaml").write_text("schema: 1\nskills: [{id: retrieval, name: Retrieval}]\n")
    monkeypatch.setattr(world, "shipped", lambda: folder)


def ask(*args: str) -> tuple[int, str, str]:
    """Runs the command; its exit code, output and errors."""
    result = CliRunner().invoke(app, ["ask", *args])
    return result.exit_code, result.stdout, result.stderr


def data(question: str) -> Any:
    """What it prints as JSON."""
    return json.loads(ask("given", question, "--json")[1])


def test_an_answer_is_told_without_what_a_terminal_would_obey() -> None:
    code, out, _ = ask("given", "corpus?")
    assert (code, out[:9]) == (0, "Docs: two")
    assert "\x1b" not in out
    assert data("corpus?") == {"outcome": "answer", "facts": ["docs"]}


def test_a_line_with_two_questions_gets_two_answers() -> None:
    code, out, _ = ask("given", "how many docs + what is the measure of success")
    assert (code, len(out.splitlines())) == (0, 2)
    assert data("how many docs + what is the measure of success") == {"outcome": "answer", "facts": ["docs", "goal"]}


def test_what_may_mean_much_is_asked_back_with_topics() -> None:
    assert ask("given", "target?")[1] == "Target for what?\n  1 response time\n  2 the measure of success\n"
    assert data("target?") == {"outcome": "choose", "facts": ["speed", "goal"]}


def test_what_is_not_on_the_sheet_is_said_to_be_open() -> None:
    assert ask("given", "which cloud?")[1] == "I have nothing on that. Pick one, say it, go on.\n"
    assert data("which cloud?") == {"outcome": "none", "facts": []}


def test_an_aside_gets_the_reply_of_a_round() -> None:
    assert ask("given", "which llm should we use?")[1] == "That is yours to decide. Say what you take, and why.\n"
    assert ask("given", "can I draw now?")[1] == "Go ahead.\n"
    assert ask("given", "can you repeat the question")[1] == "Q\n"
    assert data("can I draw now?") == {"outcome": "none", "facts": []}


def test_a_question_without_a_word_is_refused() -> None:
    code, out, err = ask("given", "?!")
    assert (code, out) == (2, "")
    assert err.startswith("error: There is no word in the question.")


def test_a_scenario_that_is_not_there_is_named() -> None:
    code, _, err = ask("gone", "corpus?")
    assert code == 1
    assert "There is no scenario 'gone'" in err
