"""`coach quiz` from the shell, line by line."""

import json
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cards import CHOICE, TODAY, Desk, deck_text, flat, plain
from tests.commands.test_practice import ROOT, coach
from tests.ptydriver import COACH, Terminal, environment


def due(*words: str) -> Any:
    """What `coach quiz --due --json` prints."""
    result = coach("quiz", *words, "--due", "--json")
    assert result.exit_code == 0
    return json.loads(result.stdout)


# a sitting


def test_a_sitting_through_a_pipe_from_front_to_grade(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    result = coach("quiz", "--plain", typed="the a\n3\n\n1\n\n2\n")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert lines[1].startswith(" 1 means not recalled;")  # until a first card was graded
    assert [lines[0], *lines[2:12]] == [
        " 2 new: about 1 minute.",
        "",
        "── On d · recall ────────────────────────────────────────────────────── 1 of 2 ─",
        " a?",
        " No word of it is missing from yours.",
        " The a.",
        "   1 again · 2 hard 1 d · 3 good 2 d · 4 easy 8 d · u undo · f flag · s suspend",
        "   · e edit · q quit",
        " good: back in 2 d",
        "",
        "── On d · recall ────────────────────────────────────────────────────── 2 of 2 ─",
    ]
    assert desk.told == [("d/a", 3, "due"), ("d/b", 1, "due"), ("d/b", 2, "repeat")]
    assert lines[-1].endswith("Next: `coach`.")
    assert "\x1b" not in result.output


def test_without_a_terminal_it_is_plain_by_itself(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    assert coach("quiz", typed="\n4\n").exit_code == 0
    assert desk.told == [("d/a", 4, "due")]


def test_a_line_that_is_no_grade_is_asked_again_and_u_and_q_do_what_they_say(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    result = coach("quiz", typed="\n5\n\n/quit\n4\n\nu\n2\nq\n")
    assert result.exit_code == 0
    assert "'5' is none of these:" in result.stdout
    assert "'/quit' is none of these:" in result.stdout
    assert desk.told == [("d/a", 2, "due")]
    assert "1 card left of this sitting." in flat(result.stdout)


def test_the_end_of_the_input_keeps_every_grade(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    for typed in ("\n3\n", "\n"):
        assert coach("quiz", typed=typed).exit_code == 0
    assert desk.told == [("d/a", 3, "due")]


def test_edit_without_a_terminal_says_so_and_goes_on(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    result = coach("quiz", typed="/edit\n\n3\n")
    assert "No editor could be started." in flat(result.stdout)
    assert desk.told == [("d/a", 3, "due")]


@pytest.mark.parametrize("seeds", [("7", "7"), ("7", "8")])
def test_a_seed_gives_the_same_order_again(desk: Desk, seeds: tuple[str, str]) -> None:
    desk.put("d", CHOICE, *plain(*(f"w{number}" for number in range(20))))
    first, second = (coach("quiz", "d", "--cram", "--seed", seed, typed="\n3\n" * 9).stdout for seed in seeds)
    assert (first == second) is (seeds[0] == seeds[1])


def test_nothing_on_the_screen_is_an_escape(desk: Desk) -> None:
    evil = '"\\e[31m[red]a\\a b"'
    desk.put("d", f"{{id: a, kind: recall, front: {evil}, back: {evil}, why: {evil}}}")
    result = coach("quiz", typed="/flag\n\n1\n/undo\n3\n")
    assert "\x1b" not in result.output
    assert "\x07" not in result.output
    assert "[31m[red]a b" in result.stdout


def test_a_broken_deck_is_named_on_stderr_and_the_rest_is_asked(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    broken = desk.put("broken", "{id: b, kind: recall, front: No back}")
    result = coach("quiz", typed="\n3\n")
    assert result.exit_code == 0
    assert f"left out: {broken}:5: cards.b.back: is missing" in result.stderr
    assert f"hint: `coach lint {broken}`" in result.stderr
    assert desk.told == [("d/a", 3, "due")]
    assert "broken" not in result.stdout


def test_the_statistics_of_a_deck_are_of_its_cards_alone(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.put("e", *plain("z"))
    desk.quiz("", "3", "", "3", names=["d"])
    assert json.loads(coach("quiz", "--stats", "--json", "e").stdout)["begun"] == 0
    assert json.loads(coach("quiz", "--stats", "--json", "d").stdout)["begun"] == 2
    assert json.loads(coach("quiz", "--stats", "--json").stdout)["cards"] >= 3


# what is refused


@pytest.mark.parametrize(
    "words",
    [
        ["--due", "--stats"], ["--json"], ["--cram", "--ahead", "3"], ["--cram", "--new", "3"], ["--minutes", "0"],
        ["--minutes", "ten"], ["--limit", "0"], ["--new", "-1"], ["--ahead", "-1"], ["--ahead", "999"],
        ["--interview", "soon"], ["--interview", "2026-11-20"], ["--interview", "2028-01-01"],
        ["--due", "--limit", "3"], ["--stats", "--cram"], ["--known", "--cram"], ["--known", "--ahead", "3"],
        ["--known", "--new", "3"], ["--due", "--known"],
    ],
)  # fmt: skip
def test_options_that_make_no_sense_are_refused_before_anything_is_asked_or_kept(desk: Desk, words: list[str]) -> None:
    desk.put("d", *plain("a"))
    result = coach("quiz", *words, typed="\n3\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert desk.told == []
    assert not desk.places.config.exists()


@pytest.mark.parametrize("option", [[], ["--due"], ["--cram"]])
def test_an_unknown_deck_is_refused_with_the_nearest(desk: Desk, option: list[str]) -> None:
    desk.put("retrieval", *plain("a"))
    result = coach("quiz", "retreival", *option)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "error: There is no deck 'retreival'; did you mean retrieval?",
        "hint: `coach decks` shows all of them.",
    ]


def test_a_disk_that_refuses_is_two_lines_on_stderr(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.put("d", *plain("a"))
    desk.places.reviews.parent.mkdir(exist_ok=True)
    desk.places.reviews.write_text("a file in the way")
    result = coach("quiz", typed="\n3\n")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    assert "cannot be written" in result.stderr
    assert "The grades of 0 cards before it are kept." in result.stderr


# the interview


def test_the_day_of_the_interview_is_kept_with_the_comments_around_it_and_off_drops_it(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.places.home.mkdir(exist_ok=True)
    before = '# mine\nlevel = "mid"  # for now\n'
    desk.places.config.write_text(before)
    result = coach("quiz", "--interview", "2026-12-05", typed="/quit\n")
    assert result.exit_code == 0
    assert "Interview on 5 December: kept in" in flat(result.stderr)
    assert "Interview in 14 days" in flat(result.stdout)
    assert desk.places.config.read_text() == "interview = 2026-12-05\n" + before
    assert "Interview in 14 days" in flat(coach("quiz", typed="/quit\n").stdout)
    coach("quiz", "--interview", "2026-12-06", typed="/quit\n")
    assert desk.places.config.read_text() == "interview = 2026-12-06\n" + before
    result = coach("quiz", "--interview", "off", typed="/quit\n")
    assert "No interview day is kept in" in flat(result.stderr)
    assert "Interview in" not in flat(result.stdout)
    assert desk.places.config.read_text() == before


@pytest.mark.parametrize("day", ["2026-12-05", "off"])
def test_json_is_json_also_when_the_interview_is_set_with_it(desk: Desk, day: str) -> None:
    assert due("--interview", day) == []


def test_an_interview_of_the_past_in_the_settings_changes_nothing(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.places.home.mkdir(exist_ok=True)
    desk.places.config.write_text("interview = 2025-01-01\n")
    result = coach("quiz", typed="\n3\n")
    assert "nterview" not in result.stdout
    assert "good: back in 2 d" in result.stdout


# lists


def test_due_lists_what_is_due_with_exactly_these_keys(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c", "new"))
    desk.graded("d/a", 3, day=-4)
    desk.graded("d/b", 4, day=-1)
    desk.graded("d/c", 1)
    rows = due()
    assert [row["id"] for row in rows] == ["d/a", "d/c"]
    assert list(rows[0]) == ["id", "deck", "due", "stability", "difficulty", "retrievability"]
    assert (rows[0]["deck"], rows[0]["due"]) == ("d", (TODAY - timedelta(days=2)).isoformat())
    assert 0.5 < rows[0]["retrievability"] < 0.9
    assert (rows[1]["due"], rows[1]["retrievability"]) == (TODAY.isoformat(), 1.0)
    assert [row["id"] for row in due("--ahead", "30")] == ["d/a", "d/b", "d/c"]


def test_due_lists_those_of_named_decks(desk: Desk) -> None:
    for deck in "de":
        desk.put(deck, *plain("a"))
        desk.graded(f"{deck}/a", 3, day=-4)
    assert [row["id"] for row in due("e")] == ["e/a"]
    assert [row["id"] for row in due("flagged")] == []


def test_due_as_a_table_names_the_next_command(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    assert "Nothing is due. `coach quiz` says what comes next." in coach("quiz", "--due").stdout
    desk.graded("d/a", 3, day=-4)
    shown = coach("quiz", "--due").stdout
    assert [line.split()[:2] for line in shown.splitlines()][1] == ["d/a", "2026-11-19"]
    assert "`coach quiz` asks them, at most 40 a day." in shown


def test_stats_have_exactly_these_keys(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    desk.graded("d/a", 3, day=-4)
    desk.graded("d/a", 1, day=-1)
    desk.graded("d/b", 3, day=-1)
    desk.graded("d/c", 0, kind="suspend")
    desk.graded("d/b", 0, kind="flag")
    told = json.loads(coach("quiz", "--stats", "--json").stdout)
    assert list(told) == ["cards", "begun", "suspended", "flagged", "leeches", "retention", "reviews", "forecast"]
    assert [told[name] for name in list(told)[:5]] == [3, 2, 1, 1, 0]
    assert [span["days"] for span in told["retention"]] == [7, 30, 365]
    assert list(told["retention"][0]) == ["days", "reviews", "measured", "predicted"]
    assert (told["retention"][0]["reviews"], told["retention"][0]["measured"]) == (1, 0.0)
    assert list(told["reviews"].values()) == [*[0] * 9, 1, 0, 0, 2, 0]
    assert min(told["forecast"]) == TODAY.isoformat()
    assert (len(told["forecast"]), sum(told["forecast"].values())) == (14, 2)


def test_stats_in_words_and_without_a_review(desk: Desk) -> None:
    assert "No card was reviewed yet. `coach quiz` begins with a few." in coach("quiz", "--stats").stdout
    desk.put("d", *plain("a"))
    desk.graded("d/a", 3, day=-4)
    shown = coach("quiz", "--stats").stdout
    assert "Recalled on the day they were due" in shown
    assert "From 30 reviews of known cards on, these figures say something; there are 0." in flat(shown)


# a real terminal and real pipes


def _home(folder: Path) -> dict[str, str]:
    """An environment with a deck of three cards in its home."""
    decks = folder / "home" / "decks"
    decks.mkdir(parents=True)
    (decks / "mine.yaml").write_text(deck_text("mine", plain("alpha", "beta", "gamma")))
    return environment(folder)


def _log(folder: Path) -> list[dict[str, Any]]:
    """The records of the review log, without its header."""
    (path,) = (folder / "home" / "reviews").glob("*.jsonl")
    return [json.loads(line) for line in path.read_text().splitlines()[1:]]


@pytest.mark.timeout(120)
def test_a_sitting_on_a_terminal_of_60_columns(tmp_path: Path) -> None:
    environ = _home(tmp_path)
    with Terminal([*COACH, "quiz", "mine"], environ, columns=60) as terminal:
        terminal.until("alpha?")
        terminal.until(lambda t: t.row.startswith("1/3 ›"))
        terminal.until(lambda t: "/undo" in t.lines[-1] or "Enter shows" in t.text)
        terminal.send("the alpha\r")
        terminal.until("No word of it is missing from yours")
        terminal.until("q quit ›")
        assert "3 good 2 d" in terminal.flowing
        assert all(len(line) <= 60 for line in terminal.lines)
        terminal.send("3")
        terminal.until("good: back in 2 d")
        assert "q quit" not in terminal.flowing  # the keys are gone once one was pressed
        terminal.until("beta?")
        terminal.send("/und\r")
        terminal.until("Taken back: good for “alpha?”")
        terminal.until("q quit ›")
        terminal.send("4")
        terminal.until("easy: back in 8 d")
        terminal.send("\x03")
        assert terminal.wait() == 130
        assert "2 cards left of this sitting. `coach quiz mine` goes on." in terminal.flowing
        assert terminal.attributes() == terminal.attributes_before
    assert [record.get("grade") for record in _log(tmp_path)] == [3, None, 4]


@pytest.mark.timeout(120)
def test_keys_typed_ahead_on_a_terminal_are_not_lost(tmp_path: Path) -> None:
    with Terminal([*COACH, "quiz", "mine"], _home(tmp_path)) as terminal:
        terminal.until(lambda t: t.row.startswith("1/3 ›"))
        terminal.send("\r3a\r3b\r3")
        assert terminal.wait() == 0
        assert "3 cards: 3 recalled at the first try." in terminal.flowing
    assert [record["grade"] for record in _log(tmp_path)] == [3, 3, 3]


@pytest.mark.timeout(120)
def test_an_editor_on_a_terminal_changes_the_card_and_the_sitting_goes_on(tmp_path: Path) -> None:
    environ = _home(tmp_path)
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/The alpha/The edited alpha/' \"$1\"\n")
    editor.chmod(0o755)
    with Terminal([*COACH, "quiz", "mine"], {**environ, "EDITOR": str(editor)}) as terminal:
        terminal.until(lambda t: t.row.startswith("1/3 ›"))
        terminal.send("\r")
        terminal.until("q quit ›")
        terminal.send("e")
        terminal.until("Kept in")
        terminal.until("The edited alpha.")
        terminal.until("q quit ›")
        terminal.send("3")
        terminal.until(lambda t: t.row.startswith("2/3 ›"))
        terminal.send("\x04")
        assert terminal.wait() == 0
    assert "The edited alpha." in (tmp_path / "home" / "decks" / "mine.yaml").read_text()


def test_through_real_pipes(tmp_path: Path) -> None:
    environ = _home(tmp_path)
    command = [sys.executable, "-m", "coach", "quiz", "mine", "--plain"]
    done = subprocess.run(
        command, input="the alpha\n3\n\n1\n", capture_output=True, text=True, timeout=60, cwd=ROOT, env=environ
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "No word of it is missing from yours" in done.stdout
    assert "2 cards left of this sitting. `coach quiz mine` goes on." in flat(done.stdout)
    assert [record["grade"] for record in _log(tmp_path)] == [3, 1]


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "< /dev/null", "| head -1"])
@pytest.mark.parametrize("words", ["quiz mine", "quiz --due", "quiz --stats --json", "decks"])
def test_streams_may_be_closed(tmp_path: Path, warm: Path, closed: str, words: str) -> None:
    shutil.copytree(warm, tmp_path / "cache" / "coach")
    command = f"{sys.executable} -m coach {words} {closed}"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, timeout=30, cwd=ROOT, env=_home(tmp_path),
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
