"""`coach practice --from`: a step of an earlier round again, line by line."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from coach.commands import world
from coach.record.places import Places
from tests.builders import SMALL
from tests.commands.test_practice import coach, history, small_content
from tests.conftest import Clock

__all__ = ["small_content"]
FIRST = [
    "how often does it change?", "/next", "assume one region", "+ user -> llm", "/next", "+ llm -> late", "a secret",
    "/next", "cost vs recall", "/next",
]  # fmt: skip
GRADES = [*["2"] * 7, "sooner", "q"]


Play = Callable[..., str]


@pytest.fixture
def play(small_content: Places, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Plays a round a minute after the one before, and returns its session."""
    monkeypatch.setattr(world, "now", clock)

    def played(*words: str, lines: Sequence[str]) -> str:
        clock.forward(60)
        result = coach("practice", *words, "--no-grade", typed="\n".join(["", *lines]) + "\n")
        assert result.exit_code == 0, result.output
        return str(history()[0]["session"])

    return played


def shown(session: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(coach("show", session, "--json").stdout)
    return found


@pytest.fixture
def first(play: Play) -> str:
    """A round that was not graded, in which one fact was told and a diagram was drawn."""
    return play("small", lines=FIRST)


@pytest.fixture
def graded(first: str) -> str:
    """The same, with the two points of its deep dive and the one of the tradeoffs missed."""
    typed = ["", "", "", "", "", "", "", *GRADES]
    coach("grade", first, typed="\n".join(typed) + "\n")
    assert history()[0]["status"] == "graded"
    return first


def opened(*words: str) -> str:
    """What stands on the screen before the clock starts."""
    result = coach("practice", *words, typed="q\n")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_what_that_round_left_is_handed_over(first: str) -> None:
    text = opened("small", "--phase", "deep-dive", "--from", first)
    for words in ("Changes come twice a day.", "assume one region", "High-level design", "user", "llm"):
        assert words in text
    for words in ("late", "secret", "cost vs recall"):
        assert words not in text
    assert f"--phase deep-dive --from {first[-4:]}` starts it" in " ".join(text.split())


def test_the_weakest_step_is_redone_where_none_is_named(graded: str) -> None:
    text = opened("--from", graded[-4:])
    assert "Most was missed in deep-dive, so that is redone" in text
    assert "level senior" in text


def test_who_redoes_the_design_is_shown_neither_it_nor_its_notes(first: str) -> None:
    text = opened("--phase", "high-level", "--from", first)
    assert "Changes come twice a day." in text
    assert "how often does it change?" in text
    assert "The design so far" not in text
    assert "one region" not in text


def test_who_redoes_the_first_step_is_handed_nothing(first: str) -> None:
    text = opened("--phase", "clarify", "--from", first)
    assert "Design something small." in text
    for words in ("were told", "Your notes", "The design so far"):
        assert words not in text


def test_who_asks_again_is_answered_as_at_first_and_makes_the_point(first: str, play: Play) -> None:
    again = play("--from", first, "--phase", "clarify", lines=["how often does it change?", "/next", "done"])
    assert "Interviewer: _Changes come twice a day._" in coach("show", again).stdout


def test_level_and_format_are_those_of_the_round(play: Play) -> None:
    other = play("small", "--format", "five-minute", "--level", "mid", lines=FIRST)
    assert "five-minute, 1 min: hard part 1 · level mid" in opened("--from", other, "--phase", "deep-dive")
    named = opened("--from", other, "--phase", "deep-dive", "--level", "senior", "--format", "four-phase")
    assert "four-phase, 20 min: deep dive 20 · level senior" in named


def test_a_format_that_is_gone_is_replaced_by_the_usual_one(first: str, small_content: Places) -> None:
    (journal,) = small_content.sessions.glob("*.jsonl")
    journal.write_text(journal.read_text().replace('"format":"four-phase"', '"format":"gone"'))
    assert "four-phase, 20 min" in opened("--from", first, "--phase", "deep-dive")


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (["--from", "0"], "is not graded, so its weakest step", "clarify, high-level, deep-dive, tradeoffs"),
        (["rag-support", "--from", "0"], "was on small, not on rag-support", "can be left out"),
    ],
)
def test_what_does_not_fit_together_is_refused(first: str, words: list[str], error: str, hint: str) -> None:
    result = coach("practice", *words, typed="q\n")
    assert (result.exit_code, error in result.stderr, hint in result.stderr) == (2, True, True)


def test_an_unknown_round_is_refused(first: str) -> None:
    assert "There is no session 'nix'" in coach("practice", "--from", "nix", typed="q\n").stderr


def test_a_round_on_a_question_that_was_renamed_can_be_redone(first: str, small_content: Places) -> None:
    folder = small_content.content.scenarios
    (folder / "small.yaml").unlink()
    (folder / "tiny.yaml").write_text(SMALL.replace("id: small", "id: tiny\nwas: [small]", 1))
    for words in ([], ["tiny"], ["small"]):
        assert "assume one region" in opened(*words, "--from", first, "--phase", "deep-dive")


def test_a_redone_round_keeps_what_it_was_handed_when_the_old_one_is_forgotten(first: str, play: Play) -> None:
    again = play("--from", first, "--phase", "deep-dive", lines=["+ llm -> acl", "acl", "/next", "done"])
    before = shown(again)
    assert before["base"] == {
        "session": first,
        "told": ["rate"],
        "notes": [
            {"step": "Clarify", "at_s": 0.0, "text": "how often does it change?"},
            {"step": "High-level design", "at_s": 0.0, "text": "assume one region"},
            {"step": "High-level design", "at_s": 0.0, "text": "+ user -> llm"},
        ],
    }
    assert str(before["diagram"]).count("-->") == 2
    said = " ".join(coach("forget", first, "--yes").stdout.split())
    assert f"Its notes also stand in {again}, which redid a step: `coach forget {again}`." in said
    assert shown(again) == before
    text = coach("show", again).stdout
    assert f'redone_from: "{first}"' in text
    assert text.index("## From the round of") < text.index("assume one region") < text.index("## Deep dive")
    assert "a secret" not in text


def test_in_the_round_its_commands_show_what_was_handed_over(first: str) -> None:
    lines = ["how often does it change?", "/list", "/sheet", "/question", "/next", "done"]
    typed = "\n".join(["", *lines]) + "\n"
    text = coach("practice", "--from", first, "--phase", "deep-dive", "--no-grade", typed=typed).stdout
    after = text[text.index("Deep dive · 1 of 1") :]
    assert "As I said. Changes come twice a day." in after
    listed = after[after.index("to read only") :]
    assert "00:00  + user -> llm" in listed
    assert "1 00:00  how often does it change?" in listed
    assert "told     Changes come twice a day" in after
    assert "assumed  one region" in after
    assert "Your notes" in after


def test_a_resumed_round_says_how_to_see_what_was_handed_over(first: str) -> None:
    coach("practice", "--from", first, "--phase", "deep-dive", typed="\nacl\n")
    text = coach("resume", typed="/question\n").stdout
    assert "/question shows again" in text
    assert "assume one region" in text


def test_the_result_sets_the_step_beside_the_first_try(graded: str, play: Play) -> None:
    again = play("--from", graded, lines=["acl in the index", "8 gb", "/next", "done"])
    text = " ".join(coach("grade", again, typed="\n".join(["", "", *GRADES]) + "\n").stdout.split())
    assert "Redone Deep dive: 0 of 2 then, 2 of 2 now, of the points of that step then. `coach diff" in text
    assert f"`coach diff {graded[-4:]} {again[-4:]}`" in text
    page = coach("show", again, "--as", "html").stdout
    assert "<p>Redone Deep dive: 0 of 2 then, 2 of 2 now, of the points of that step then.</p>" in page
    assert "without clarify, high-level, tradeoffs" in page
    assert ">Earlier notes</a>" in page
    assert "<h2>From the round of 21 November 2026</h2>" in page
    assert 'not_drilled: ["clarify", "high-level", "tradeoffs"]' in coach("show", again).stdout
    coach("forget", graded, "--yes")
    assert "Redone" not in coach("show", again, "--as", "html").stdout


def test_notes_that_were_handed_over_are_no_evidence(first: str, play: Play, tmp_path: Path) -> None:
    again = play("--from", first, "--phase", "deep-dive", lines=["acl", "/next", "done"])
    path = tmp_path / "round.md"
    path.write_text(coach("show", again).stdout)
    found = json.loads(coach("assess", "small", str(path), "--json").stdout)["points"]
    lines = [line["text"] for point in found for line in point["lines"]]
    assert "acl" in lines
    assert "+ user -> llm" not in lines


def test_a_design_that_nobody_drew_is_never_called_the_persons_own(play: Play, tmp_path: Path) -> None:
    given = "A design you are handed, not yours"
    bare = play("small", lines=["how often does it change?", "/next", "one region", "/next", "acl", "/next", "/next"])
    for words in (["--from", bare], ["small"]):
        text = opened(*words, "--phase", "deep-dive")
        assert given in text
        assert "The design so far" not in text
    again = play("--from", bare, "--phase", "deep-dive", lines=["/question", "+ llm -> cache", "acl", "/next", "done"])
    text = coach("show", again).stdout
    assert f"## {given}\n\n```mermaid\n" in text
    page = coach("show", again, "--as", "html").stdout
    assert f"<h2>{given}</h2>" in page
    assert ">Design handed</a>" in page
    path = tmp_path / "round.md"
    path.write_text(text)
    found = json.loads(coach("assess", "small", str(path), "--json").stdout)["points"]
    assert {line["text"] for point in found for line in point["lines"]} <= {"acl", "+ llm -> cache"}
    assert given in opened("small", "--phase", "tradeoffs")  # what was added to it makes it nobody's own


def test_a_design_that_was_drawn_is_not_said_to_be_handed(first: str) -> None:
    assert "The design so far" in opened("--from", first, "--phase", "deep-dive")
