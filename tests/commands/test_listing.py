"""Commands that list, show, check and remove."""

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from coach import __version__
from coach.cli import app
from coach.commands import world
from coach.content.roots import shipped
from coach.interview.plan import PlannedStep
from coach.interview.setup import Setup
from coach.record.home import Home
from coach.record.places import Places
from coach.record.settings import EXPLAINED
from tests.conftest import START

TINY = """\
schema: 1
id: {id}
title: {title}
family: rag
skills: [retrieval]
question: Design it.
brief: A small company.
facts:
  - {{id: rate, topic: how often, answer: Daily.}}
points:
  - {{id: one, phase: clarify, dimension: framing, level: mid, point: Asks something}}
  - {{id: two, phase: tradeoffs, dimension: numbers, level: staff, point: Works it out}}
deep_dives: []
solution: {{clarify: Ask first., senior: Ask more.}}
"""
EVIL = '"\\e[31m[bold]x\\a"'
"""A title as YAML writes it that would turn a terminal red and ring its bell."""


@pytest.fixture(autouse=True)
def _few_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ships one small scenario beside the rubric, so that no test of this file checks all that is really shipped."""
    folder = tmp_path / "shipped"
    (folder / "formats").mkdir(parents=True)
    (folder / "given.yaml").write_text(TINY.format(id="given", title="A shipped question"))
    (folder / "glossary.yaml").write_text("schema: 1\nwords: {docs: [doc, page]}\n")
    (folder / "skills.yaml").write_text("schema: 1\nskills: [{id: retrieval, name: Retrieval}]\n")
    for name in ("rubric.yaml", "formats/four-phase.yaml"):
        (folder / name).write_bytes((shipped() / name).read_bytes())
    monkeypatch.setattr(world, "shipped", lambda: folder)


class Done:
    """What came of a command."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def dense(self) -> str:
        """What it printed without blanks and line breaks, for long texts that a window wraps."""
        return "".join(self.out.split())

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


def coach(*args: object) -> Done:
    """Runs a command in this process."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def put(places: Places, name: str = "tiny", title: str = "A tiny question", *changes: tuple[str, str]) -> Path:
    """Writes a scenario to the person's own folder."""
    text = TINY.format(id=name, title=title)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = places.home / "scenarios" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def drilled(places: Places, token: str = "7f3a", minutes: int = 0) -> str:
    """A paused session with one note, whose content is not kept; returns its id."""
    home = Home(places)
    at = START + timedelta(minutes=minutes)
    name = f"{at:%Y%m%dT%H%M%SZ}-tiny-{token}"
    steps = (PlannedStep("clarify", "Clarify", ("clarify",), 300),)
    setup = Setup("tiny", "A tiny question", "0" * 16, "four-phase", "0" * 16, "0" * 16, "senior", steps)
    opened = home.sessions.open(name)
    opened.append(at, "started", setup.data())
    opened.append(at + timedelta(seconds=10), "note", {"note": 1, "text": "how often does it change?"})
    opened.append(at + timedelta(seconds=20), "pause", {})
    opened.close()
    return name


# list


def test_list_json_has_one_entry_a_scenario_with_exactly_these_keys(places: Places) -> None:
    put(places)
    done = coach("list", "--json")
    assert (done.code, done.err) == (0, "")
    assert all(
        list(row) == ["id", "title", "family", "skills", "facts", "points", "deep_dives", "source", "shadows"]
        for row in done.json
    )
    assert [row["id"] for row in done.json] == sorted(row["id"] for row in done.json)
    assert next(row for row in done.json if row["id"] == "tiny") == {
        "id": "tiny", "title": "A tiny question", "family": "rag", "skills": ["retrieval"], "facts": 1, "points": 2,
        "deep_dives": 0, "source": "home", "shadows": [],
    }  # fmt: skip
    assert [row["source"] for row in done.json] == ["shipped", "home"]


def test_list_shows_a_line_a_scenario_and_how_to_begin(places: Places) -> None:
    put(places, "aardvark", "The first of all")
    done = coach("list")
    assert done.code == 0
    row = next(line for line in done.out.splitlines() if "aardvark" in line)
    assert row.split() == ["aardvark", "rag", "The", "first", "of", "all", "home"]
    assert "coach practice aardvark" in done.out


def test_list_keeps_families_together_and_leaves_out_columns_that_say_nothing(places: Places) -> None:
    assert coach("list").out.splitlines()[0].split() == ["id", "family", "title"]
    put(places, "ant", "An agent", ("family: rag", "family: agent"))
    put(places, "zebra", "The last", ("title:", "format: four-phase\ntitle:"))
    heads, *rows = coach("list").out.splitlines()
    assert heads.split() == ["id", "family", "title", "made", "for", "from"]
    assert [row.split()[0] for row in rows[: rows.index("")]] == ["given", "zebra", "ant"]
    assert "four-phase" in rows[1]


def test_list_says_when_a_question_was_tried_and_offers_another(places: Places) -> None:
    drilled(places)
    put(places)
    lines = coach("list").out.splitlines()
    assert "tried" in lines[0]
    assert [line.split()[0] for line in lines if "21 Nov" in line] == ["tiny"]
    assert lines[-1].strip() == "`coach practice given` starts a round."


def test_list_marks_what_hides_something_else(places: Places) -> None:
    put(places, "given", "Mine")
    rows = {row["id"]: row for row in coach("list", "--json").json}
    assert (rows["given"]["title"], rows["given"]["shadows"]) == ("Mine", ["shipped"])
    assert "home, hides shipped" in coach("list").out


def test_a_broken_scenario_is_named_on_stderr_and_the_others_are_listed(places: Places) -> None:
    put(places)
    broken = put(places, "broken", "B", ("family: rag", "family: rug"))
    for _ in range(2):  # the second time from the cache
        done = coach("list", "--json")
        assert done.code == 1
        assert {"tiny", "given"} <= {row["id"] for row in done.json}
        assert "broken" not in {row["id"] for row in done.json}
        assert f"{broken}:4: family: 'rug' is not one of" in done.err
        assert f"coach lint {broken}" in done.err


def test_a_changed_or_mended_file_is_seen_and_a_cache_that_is_gone_is_no_loss(places: Places) -> None:
    path = put(places, "tiny", "Before")
    assert "Before" in coach("list").out
    put(places, "tiny", "After, and longer")
    first = coach("list").out
    assert "After, and longer" in first
    shutil.rmtree(places.cache)
    assert coach("list").out == first
    path.unlink()
    assert "tiny" not in coach("list").out


def test_a_named_folder_comes_before_all_other_content(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(places, "tiny", "Mine")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "tiny.yaml").write_text(TINY.format(id="tiny", title="From there"))
    for args in (["--scenarios", tmp_path / "more", "list", "--json"], ["list", "--json"]):
        row = next(row for row in coach(*args).json if row["id"] == "tiny")
        assert (row["title"], row["source"], row["shadows"]) == ("From there", "path", ["home"])
        monkeypatch.setenv("COACH_SCENARIOS", str(tmp_path / "more"))


def test_a_named_folder_that_is_none_is_refused(places: Places, tmp_path: Path) -> None:
    done = coach("--scenarios", tmp_path / "nowhere", "list")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"error: {tmp_path / 'nowhere'} is not a directory.\nhint: ")


@pytest.mark.parametrize("command", ["list", "schema", "show rag-support", "doctor"])
def test_a_reader_that_has_read_enough_is_no_error(places: Places, command: str) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "coach", *command.split()],
        stdin=subprocess.DEVNULL,
        stdout=write,
        stderr=subprocess.PIPE,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_list_into_head_leaves_stderr_empty(places: Places) -> None:
    for number in range(40):
        put(places, f"number-{number}")
    script = f"{sys.executable} -m coach list | head -1"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


# text of files is printed as text


@pytest.mark.parametrize("args", [["list"], ["list", "--json"], ["show", "tiny"], ["show", "tiny", "--json"]])
def test_neither_escapes_nor_markup_of_a_title_take_effect(places: Places, args: list[str]) -> None:
    put(places, "tiny", EVIL)
    done = coach(*args)
    assert done.code == 0
    assert not {"\x1b", "\x07"} & set(done.out + done.err)
    assert "[31m[bold]x" in done.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: tiny", f"id: {EVIL}"),
        ("family: rag", f"family: {EVIL}"),
        ("brief: A small", f"{EVIL}: 1\nbrief: A small"),
        ("brief: A small", f"{EVIL}: 1\n{EVIL}: 1\nbrief: A small"),
        ("{id: rate,", f"{{id: {EVIL}, x: 1,"),
        ("deep_dives: []", f"words: {{{EVIL}: 5}}"),
    ],
)
@pytest.mark.parametrize("args", ["list", "lint", "doctor", "show tiny"])
def test_neither_escapes_nor_markup_of_a_problem_take_effect(places: Places, old: str, new: str, args: str) -> None:
    put(places, "tiny", "T", (old, new))
    done = coach(*args.split())
    assert done.code == 1
    assert not {"\x1b", "\x07"} & set(done.out + done.err)
    assert "tiny.yaml:" in done.out + done.err


def test_escapes_in_what_was_typed_do_not_come_back(places: Places) -> None:
    done = coach("show", "\x1b[31mred")
    assert done.code == 1
    assert "\x1b" not in done.err


@pytest.mark.parametrize("command", ["list", "show tiny", "lint", "practice tiny --plain"])
def test_a_terminal_that_cannot_show_a_character_shows_something_else(
    places: Places, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    put(places, "tiny", "Größe ≠ Maß")
    put(places, "other", "T", ("id: other", "id: größe"))
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    named = [str(path) for path in places.content.scenarios.iterdir()] if command == "lint" else []
    done = subprocess.run(
        [sys.executable, "-m", "coach", *command.split(), *named],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    assert "tiny" in done.stdout or "other" in done.stdout


# new


def test_new_writes_a_skeleton_that_lint_accepts_and_says_where(places: Places) -> None:
    done = coach("new", "ticket-triage")
    path = places.home / "scenarios" / "ticket-triage.yaml"
    assert done.code == 0
    assert done.out.splitlines()[0] == str(path)
    assert coach("lint", path).code == 0
    assert "ticket-triage" in {row["id"] for row in coach("list", "--json").json}
    assert path.stat().st_mode & 0o777 == 0o600


def test_new_never_overwrites(places: Places) -> None:
    path = put(places)
    before = path.read_bytes()
    done = coach("new", "tiny")
    assert done.code == 1
    assert done.err.startswith(f"error: {path} exists already.\nhint: ")
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["Not A Slug", "../escape", "a_b", "", "größe", "a.yaml"])
def test_new_refuses_a_name_that_is_no_id(places: Places, name: str) -> None:
    done = coach("new", name)
    assert done.code == 2
    assert "lower-case letters, digits and hyphens" in done.err
    assert not places.home.exists()


@pytest.mark.parametrize("name", ["rubric", "glossary", "skills", "checklist"])
def test_new_refuses_the_name_of_a_shared_file(places: Places, name: str) -> None:
    done = coach("new", name)
    assert done.code != 0
    assert done.err.startswith("error: ")
    assert not (places.home / "scenarios" / f"{name}.yaml").exists()


def test_new_says_when_it_cannot_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "file"))
    done = coach("new", "tiny")
    assert done.code == 1
    assert "cannot be written" in done.err


# lint


def test_lint_of_sound_files_says_so_and_exits_0(places: Places) -> None:
    one, two = put(places, "one"), put(places, "two")
    assert (coach("lint", one).code, coach("lint", one).out) == (0, "1 file, no problems.\n")
    assert coach("lint", one, two).out == "2 files, no problems.\n"


def test_lint_names_every_problem_of_every_file_with_its_line(places: Places) -> None:
    one = put(places, "one", "T", ("family: rag", "family: rug"), ("fact", "fict"), ("level: mid", "level: middle"))
    two = put(places, "two", "T", ("brief: A small company.", "brief:"))
    good = put(places, "good")
    done = coach("lint", one, good, two)
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith(f"{one}:4: family: 'rug' is not one of")
    assert lines[1] == f"{one}:8: unknown key 'ficts'; did you mean facts?"
    assert lines[2].startswith(f"{one}:11: points.one.level: 'middle' is not one of mid, senior, staff")
    assert lines[3] == f"{two}:7: brief: is empty"
    assert lines[4:] == ["3 files, 4 problems."]


def test_lint_without_a_file_checks_all_content(places: Places) -> None:
    broken = put(places, "broken", "T", ("id: broken", "id: other"))
    done = coach("lint")
    assert done.code == 1
    assert f"{broken}:2: id: 'other' should be 'broken', like the file" in done.out
    assert int(done.out.splitlines()[-1].split()[0]) >= 6


def test_lint_strict_adds_the_house_rules(places: Places) -> None:
    path = put(places)
    assert coach("lint", path).code == 0
    done = coach("lint", "--strict", path)
    assert done.code == 1
    assert f"{path}:8: facts: needs at least 8, has 1" in done.out


def test_lint_strict_adds_those_of_decks(places: Places) -> None:
    path = places.home / "decks" / "mine.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("schema: 1\nid: mine\ncards: [{id: a, kind: recall, front: What, back: This.}]\n")
    assert coach("lint", path).code == 0
    done = coach("lint", "--strict", path)
    assert done.code == 1
    assert f"{path}:3: cards: needs at least 12, has 1" in done.out


@pytest.mark.parametrize(
    ("raw", "line"),
    [(b"", 1), (b"# nothing\n", 1), (b"\xff\xfe", 1), (b"a: [\n", 2), (b"- 1\n", 1), (b"a: &a [*a]", 1)],
)
def test_lint_of_a_file_that_is_no_content_names_it(places: Places, raw: bytes, line: int) -> None:
    path = put(places)
    path.write_bytes(raw)
    done = coach("lint", path)
    assert done.code == 1
    assert f"{path}:{line}: " in done.out


def test_lint_of_a_file_that_is_not_there_or_a_folder_names_it_and_checks_the_others(places: Places) -> None:
    good = put(places)
    gone, folder = good.with_name("gone.yaml"), good.parent
    done = coach("lint", gone, folder, good)
    assert done.code == 1
    assert f"{gone}:1: " in done.out
    assert f"{folder}:1: " in done.out
    assert done.out.endswith("3 files, 2 problems.\n")


@pytest.mark.parametrize("args", ["lint", "lint --strict"])
def test_lint_goes_on_when_the_persons_own_glossary_is_broken(places: Places, args: str) -> None:
    put(places, "a-first", "T", ("family: rag", "family: rug"))
    glossary = places.home / "scenarios" / "glossary.yaml"
    glossary.write_text("schema: 1\nwords: 5\n")
    done = coach(*args.split())
    assert done.code == 1
    assert "'rug' is not one of" in done.out
    assert f"{glossary}:2: words: should be a mapping" in done.out


# schema


@pytest.mark.parametrize("kind", ["scenario", "deck", "format", "rubric"])
def test_schema_prints_a_valid_json_schema(kind: str) -> None:
    done = coach("schema", kind)
    assert done.code == 0
    jsonschema.Draft202012Validator.check_schema(done.json)
    assert done.json["title"] == f"coach {kind}"


def test_schema_is_of_a_scenario_unless_another_kind_is_named(places: Places) -> None:
    schema = coach("schema").json
    assert schema == coach("schema", "scenario").json
    jsonschema.validate(yaml.safe_load(put(places).read_text()), schema)
    assert coach("schema", "deck-of-cards").code == 2


# show


def test_show_gives_a_scenario_in_brief_without_its_solution(places: Places) -> None:
    put(places)
    done = coach("show", "tiny")
    assert done.code == 0
    for text in ("A tiny question", "Design it.", "A small company.", "facts", "points", "coach practice tiny"):
        assert text in done.out
    assert "Ask first." not in done.out
    assert coach("show", "tiny", "--json").json == {
        "id": "tiny", "title": "A tiny question", "family": "rag", "skills": ["retrieval"], "question": "Design it.",
        "brief": "A small company.", "facts": 1, "points": 2, "deep_dives": 0, "source": "home",
    }  # fmt: skip


def test_show_of_an_unknown_name_is_refused_with_the_way_to_the_known_ones(places: Places) -> None:
    done = coach("show", "nothing-like-it")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: There is neither a scenario nor a session 'nothing-like-it'")
    assert "coach list" in done.err


def test_show_finds_a_scenario_by_a_former_id(places: Places) -> None:
    put(places, "tiny", "T", ("deep_dives: []", "was: [little]"))
    assert coach("show", "little", "--json").json["id"] == "tiny"


def test_show_of_a_broken_scenario_names_its_first_problem(places: Places) -> None:
    path = put(places, "tiny", "T", ("family: rag", "family: rug"))
    done = coach("show", "tiny")
    assert done.code == 1
    assert done.err.startswith(f"error: {path}:4: family: 'rug' is not one of")


def test_show_solution_has_to_be_confirmed_and_is_not_counted_before(places: Places) -> None:
    put(places)
    done = coach("show", "tiny", "--solution")
    assert done.code == 2
    assert "Ask first." not in done.out
    assert "--yes" in done.err
    assert Home(places).looks.first() == {}


def test_show_solution_shows_it_and_keeps_that_it_was_seen(places: Places) -> None:
    put(places)
    done = coach("show", "tiny", "--solution", "--yes")
    assert done.code == 0
    assert "every later score on it is marked" in done.out + done.err
    assert "Ask first." in done.out
    assert list(Home(places).looks.first()) == ["tiny"]


def test_show_solution_as_json_prints_json_and_nothing_else(places: Places) -> None:
    put(places)
    done = coach("show", "tiny", "--solution", "--yes", "--json")
    assert done.json["solution"]["clarify"] == "Ask first."
    assert done.json["solution"]["senior"] == "Ask more."


def test_show_gives_a_session_by_any_part_of_its_name(places: Places) -> None:
    name = drilled(places)
    for part in (name, "7f3a"):
        done = coach("show", part)
        assert done.code == 0
        assert "how often does it change?" in done.out
    data = coach("show", name, "--json").json
    assert (data["session"], data["scenario"], data["format"], data["status"]) == (name, "tiny", "four-phase", "paused")
    assert data["grade"] is None
    (step,) = data["steps"]
    assert (step["step"], step["phases"], step["planned_s"]) == ("clarify", ["clarify"], 300)
    assert step["used_s"] == pytest.approx(20)
    (note,) = step["notes"]
    assert (note["by"], note["text"], note["at_s"]) == ("you", "how often does it change?", pytest.approx(10))


def test_show_of_a_part_that_fits_several_sessions_says_so(places: Places) -> None:
    drilled(places)
    drilled(places, "00ff", minutes=5)
    done = coach("show", "20261121")
    assert done.code == 1
    assert "fits 2 sessions" in done.err


def test_show_solution_of_a_session_is_refused(places: Places) -> None:
    drilled(places)
    assert coach("show", "7f3a", "--solution", "--yes").code == 2


# history


def test_history_without_a_round_says_how_to_begin(places: Places) -> None:
    assert (coach("history").code, coach("history", "--json").json) == (0, [])
    assert "coach practice" in coach("history").out


def test_history_lists_the_newest_first_with_exactly_these_keys(places: Places) -> None:
    older, newer = drilled(places), drilled(places, "00ff", minutes=5)
    rows = coach("history", "--json").json
    assert [row["session"] for row in rows] == [newer, older]
    row = rows[1]
    assert {
        "session", "scenario", "format", "level", "started", "status", "minutes_planned", "minutes_used", "score",
    } <= set(row)  # fmt: skip
    assert row["started"] == "2026-11-21T10:15:00.000Z"
    assert (row["scenario"], row["format"], row["level"], row["status"]) == ("tiny", "four-phase", "senior", "paused")
    assert (row["minutes_planned"], row["minutes_used"], row["score"]) == (5, pytest.approx(0.3), None)
    assert "coach resume 00ff" in coach("history").out


def test_a_journal_that_cannot_be_read_is_named_on_stderr_and_the_others_are_listed(places: Places) -> None:
    good, bad = drilled(places), drilled(places, "00ff", minutes=5)
    path = next(places.sessions.glob(f"{bad}.*.jsonl"))
    path.write_bytes(path.read_bytes().replace(b'"session":"2026', b'"session":"\\u001b[31m2026'))
    done = coach("history", "--json")
    assert [row["session"] for row in done.json] == [good]
    assert f"{path}:1: this journal is of another session" in done.err
    assert "\x1b" not in done.err


# doctor


def test_doctor_says_where_everything_is_and_explains_every_setting(places: Places) -> None:
    put(places)
    done = coach("doctor")
    assert done.code == 0
    for text in (places.home, places.cache, places.state, places.config, __version__, *EXPLAINED, *EXPLAINED.values()):
        assert "".join(str(text).split()) in done.dense
    data = coach("doctor", "--json").json
    assert set(data) == {"where", "settings", "shadowed", "problems"}
    assert data["where"]["home"] == str(places.home)
    assert data["settings"] == {
        "level": "senior",
        "format": "four-phase",
        "interviewer": "kind",
        "editor": "",
        "bell": True,
        "interview": None,
        "hours_per_week": 5,
        "retention": 0.9,
        "day_begins": 4,
    }
    assert (data["shadowed"], data["problems"]) == ({}, [])


def test_doctor_makes_nothing(places: Places) -> None:
    coach("doctor")
    assert not places.home.exists()


def test_doctor_names_the_line_of_a_wrong_setting_and_goes_on(places: Places) -> None:
    put(places, "given", "Mine")
    places.config.write_text('bell = true\nlevel = "chief"\n')
    done = coach("doctor", "--json")
    assert done.code == 1
    assert done.json["problems"] == [f"{places.config}:2: level should be one of mid, senior, staff, is 'chief'."]
    assert done.json["shadowed"] == {"given": ["home", "shipped"]}
    assert f"{places.config}:2:levelshouldbe" in coach("doctor").dense


def test_doctor_names_problems_of_content_and_journals(places: Places) -> None:
    broken = put(places, "broken", "T", ("family: rag", "family: rug"))
    name = drilled(places)
    path = next(places.sessions.glob(f"{name}.*.jsonl"))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"oops\n", *lines[2:], b'{"torn']))
    done = coach("doctor", "--json")
    assert done.code == 1
    first, second, third = done.json["problems"]
    assert first.startswith(f"{broken}:4: family: 'rug' is not one of")
    assert second == f"{path}:3: this line is damaged and was left out."
    assert third.startswith(f"{path}: the last line is torn")


@pytest.mark.parametrize("name", ["glossary", "skills", "rubric"])
def test_doctor_goes_on_when_a_shared_file_is_broken(places: Places, name: str) -> None:
    put(places)
    path = places.home / "scenarios" / f"{name}.yaml"
    path.write_text("schema: 2\n")
    done = coach("doctor", "--json")
    assert done.code == 1
    assert f"{path}:1: schema: should be 1, is 2" in done.json["problems"]
    assert done.json["where"]["home"] == str(places.home)


def test_doctor_names_problems_of_decks_and_of_review_logs(places: Places) -> None:
    deck = places.home / "decks" / "mine.yaml"
    deck.parent.mkdir(parents=True)
    deck.write_text("schema: 1\nid: mine\ncards:\n  - {id: a, kind: recall, front: No back}\n")
    log = places.reviews / "aaaaaa.jsonl"
    log.parent.mkdir()
    log.write_text('{"coach":"reviews","device":"aaaaaa","version":1}\noops\n')
    newer = places.reviews / "bbbbbb.jsonl"
    newer.write_text('{"coach":"reviews","device":"bbbbbb","version":9}\n')
    done = coach("doctor", "--json")
    assert done.code == 1
    first, second, third = done.json["problems"]
    assert first.startswith(f"{deck}:4: cards.a.back: is missing")
    assert second == f"{log}:2: this line is damaged and was left out."
    assert third.startswith(f"{newer}:1: a newer coach wrote this journal")


@pytest.mark.parametrize("name", ["sessions", "reviews"])
def test_doctor_names_a_directory_that_cannot_be_written(places: Places, name: str) -> None:
    places.home.mkdir()
    (places.home / name).write_text("a file in the way")
    done = coach("doctor", "--json")
    assert done.code == 1
    assert done.json["problems"] == [f"{places.home / name} cannot be written, because of {places.home / name}."]


# forget


def test_forget_removes_a_session_says_so_and_says_what_it_cannot_reach(places: Places) -> None:
    name = drilled(places)
    assert coach("show", name).code == 0
    (path,) = places.sessions.glob(f"{name}.*.jsonl")
    assert coach("forget", "7f3a").code == 2
    done = coach("forget", "7f3a", "--yes")
    assert done.code == 0
    for text in (f"removed{path}", f"{name}isforgotten", "backups", "otherdevices", "scrollback"):
        assert text in done.dense
    assert not path.exists()
    assert coach("history", "--json").json == []
    assert coach("show", name).code == 1
    assert coach("forget", name).code == 1


def test_forget_leaves_nothing_of_the_session_in_the_caches(places: Places) -> None:
    name = drilled(places)
    coach()  # fills the caches
    assert any(name in path.read_text() for path in places.cache.rglob("*.json"))
    coach("forget", name)
    assert not any(name in path.read_text() for path in places.cache.rglob("*.json"))


def test_forget_of_an_unknown_session_is_refused(places: Places) -> None:
    done = coach("forget", "zzz")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: There is no session 'zzz'")


# the command line itself


def test_the_version_is_printed() -> None:
    assert coach("--version").out == f"{__version__}\n"


@pytest.mark.parametrize("args", [["nonsense"], ["list", "--nonsense"], ["show"], ["new"], ["forget"]])
def test_wrong_usage_exits_2_and_prints_nothing_to_stdout(args: list[str]) -> None:
    done = coach(*args)
    assert (done.code, done.out) == (2, "")
    assert done.err
