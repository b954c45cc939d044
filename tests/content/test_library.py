"""All content a person has."""

from pathlib import Path

import pytest

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.errors import CoachError

TINY = """\
schema: 1
id: {id}
title: {title}
family: rag
question: Design it.
brief: A small company.
was: [{was}]
points:
  - {{id: one, phase: clarify, dimension: framing, level: mid, point: Asks something}}
"""
FORMAT = """\
schema: 1
id: {id}
title: Short
steps:
  - {{id: talk, title: Talk, minutes: 5, phases: [clarify], checklist: [ask]}}
"""


def tiny(scenario_id: str, title: str = "A title", was: str = "") -> str:
    """A scenario text."""
    return TINY.format(id=scenario_id, title=title, was=was)


@pytest.fixture
def own(tmp_path: Path) -> Root:
    """A content folder of the person's own."""
    root = Root.at("home", tmp_path / "own")
    root.formats.mkdir(parents=True)
    return root


@pytest.fixture
def mixed(own: Root) -> Library:
    """The person's folder before the shipped one."""
    return Library([own, Root.at("shipped", shipped())])


def put(root: Root, name: str, text: str | bytes) -> Path:
    """Writes a scenario file."""
    path = root.scenarios / f"{name}.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_scenario_is_loaded_with_its_text_and_source(mixed: Library, own: Root) -> None:
    put(own, "tiny", tiny("tiny"))
    loaded = mixed.scenario("tiny")
    assert (loaded.value.id, loaded.text, loaded.source) == ("tiny", tiny("tiny"), "home")


def test_two_texts_have_two_digests_and_one_text_has_one(mixed: Library, own: Root) -> None:
    put(own, "tiny", tiny("tiny"))
    first = mixed.scenario("tiny").digest
    assert mixed.scenario("tiny").digest == first
    put(own, "tiny", tiny("tiny", "Another title"))
    assert mixed.scenario("tiny").digest != first


def test_the_persons_own_file_hides_the_shipped_one(mixed: Library, own: Root) -> None:
    put(own, "rag-support", tiny("rag-support", "Mine"))
    assert mixed.scenario("rag-support").value.title == "Mine"
    found = next(f for f in mixed.scenarios() if f.id == "rag-support")
    assert (found.source, found.shadows) == ("home", ("shipped",))


def test_a_scenario_is_found_by_a_former_id(mixed: Library, own: Root) -> None:
    put(own, "tiny", tiny("tiny", was="little, small"))
    assert mixed.scenario("small").value.id == "tiny"


def test_an_id_in_use_wins_over_a_former_one(mixed: Library, own: Root) -> None:
    put(own, "anew", tiny("anew", was="tiny"))
    put(own, "tiny", tiny("tiny"))
    assert mixed.scenario("tiny").value.id == "tiny"


def test_an_unknown_id_names_the_nearest(mixed: Library, own: Root) -> None:
    put(own, "tiny", tiny("tiny"))
    with pytest.raises(CoachError, match="no scenario 'tinny'; did you mean tiny") as caught:
        mixed.scenario("tinny")
    assert "coach list" in caught.value.hint
    with pytest.raises(CoachError, match="no format 'for-phase'; did you mean four-phase") as caught:
        mixed.format("for-phase")
    assert "four-phase" in caught.value.hint


@pytest.mark.parametrize("broken", [b"\xff\xfe", b"x: [", b"", b"- 1"])
def test_another_file_that_is_broken_does_not_stand_in_for_an_unknown_id(
    mixed: Library, own: Root, broken: bytes
) -> None:
    put(own, "another", broken)
    with pytest.raises(CoachError, match="There is no scenario 'wanted'"):
        mixed.scenario("wanted")


def test_a_broken_scenario_is_refused_with_its_first_problem_and_the_way_to_the_others(
    mixed: Library, own: Root
) -> None:
    path = put(own, "tiny", tiny("tiny").replace("family: rag", "family: rg\nnonsense: 1"))
    with pytest.raises(CoachError) as caught:
        mixed.scenario("tiny")
    assert caught.value.message.startswith(f"{path}:4: family: 'rg' is not one of")
    assert caught.value.message.endswith("(and 1 more)")
    assert caught.value.hint == f"`coach lint {path}` shows every problem of the file."


@pytest.mark.parametrize(
    ("text", "said"), [(b"\xff", "is not UTF-8 text (byte 0)"), (b"title: gr\xfc\xdfe", "is not UTF-8 text (byte 9)")]
)
def test_a_file_that_is_no_utf8_is_refused(mixed: Library, own: Root, text: bytes, said: str) -> None:
    path = put(own, "tiny", text)
    with pytest.raises(CoachError) as caught:
        mixed.scenario("tiny")
    assert caught.value.message == f"{path} {said}"


def test_a_folder_with_the_name_of_a_file_is_no_scenario(mixed: Library, own: Root) -> None:
    (own.scenarios / "tiny.yaml").mkdir()
    with pytest.raises(CoachError, match="There is no scenario"):
        mixed.scenario("tiny")


def test_a_format_is_loaded_from_the_first_root_that_has_it(mixed: Library, own: Root) -> None:
    (own.formats / "short.yaml").write_text(FORMAT.format(id="short"))
    assert mixed.format("short").value.minutes == 5
    assert mixed.format("short").source == "home"
    assert mixed.format("four-phase").source == "shipped"


def test_shared_files_of_the_first_root_are_in_force(mixed: Library, own: Root) -> None:
    assert mixed.rubric().source == "shipped"
    put(own, "skills", "schema: 1\nskills: [{id: juggling, name: Juggling}]\n")
    put(own, "glossary", "schema: 1\nwords: {ball: [ball, pin]}\n")
    fresh = Library(mixed.roots)
    assert fresh.skills == {"juggling": "Juggling"}
    assert dict(fresh.glossary) == {"ball": ("ball", "pin")}


def test_content_without_its_shared_files_is_refused_with_advice(own: Root) -> None:
    put(own, "tiny", tiny("tiny"))
    with pytest.raises(CoachError, match=r"glossary\.yaml is in none of the content folders"):
        Library([own]).scenario("tiny")


def test_every_file_is_listed_also_the_hidden_ones(mixed: Library, own: Root) -> None:
    mine = put(own, "rag-support", tiny("rag-support"))
    short = own.formats / "short.yaml"
    short.write_text(FORMAT.format(id="short"))
    files = mixed.files()
    assert {mine, short, shipped() / "rag-support.yaml", shipped() / "rubric.yaml"} <= set(files)
    assert len(files) == len(set(files))


def test_a_hidden_file_is_not_listed(mixed: Library, own: Root) -> None:
    (own.scenarios / ".#tiny.yaml").symlink_to("me@host.1")  # an Emacs lock
    (own.formats / "._short.yaml").touch()  # macOS on a foreign disk
    assert [path for path in mixed.files() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tiny.yaml", tiny("tiny")),
        ("formats/short.yaml", FORMAT.format(id="short")),
        ("skills.yaml", "schema: 1\nskills: [{id: juggling, name: Juggling}]\n"),
        ("glossary.yaml", "schema: 1\nwords: {ball: [ball, pin]}\n"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_name_and_folder(
    mixed: Library, own: Root, name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own.scenarios / name
    path.write_text(text)
    assert mixed.read_any(path).problems == []
    monkeypatch.chdir(path.parent)
    assert mixed.read_any(Path(path.name)).problems == []


def test_a_term_of_the_glossary_that_no_pattern_can_use_is_a_problem_of_the_glossary(mixed: Library, own: Root) -> None:
    path = put(own, "glossary", "schema: 1\nwords:\n  good: [ball]\n  bad: ['a*b']\n")
    assert [(problem.path, problem.line) for problem in mixed.read_any(path).problems] == [(str(path), 4)]


def test_a_file_that_cannot_be_read_has_one_problem(mixed: Library, own: Root) -> None:
    path = own.scenarios / "gone.yaml"
    assert [(p.path, p.line) for p in mixed.read_any(path).problems] == [(str(path), 1)]


def test_a_broken_glossary_does_not_keep_other_files_from_being_checked(mixed: Library, own: Root) -> None:
    put(own, "glossary", "schema: 1\nwords: 5\n")
    path = put(own, "tiny", tiny("tiny").replace("rag", "rg"))
    assert any("'rg' is not one of" in problem.message for problem in mixed.read_any(path).problems)


def test_a_list_checks_the_person_s_own_and_takes_what_was_shipped(own: Root, tmp_path: Path) -> None:
    given = Root.at("shipped", tmp_path / "given")
    given.scenarios.mkdir()
    for root in (own, given):
        put(
            root,
            f"bad-{root.source}",
            tiny(f"bad-{root.source}").replace("something}", "something, match: [$nothing]}"),
        )
    library = Library([own, given, Root.at("shipped", shipped())])
    mine, theirs = (found for found in library.scenarios() if found.id.startswith("bad-"))
    assert library.listed(theirs).points[0].id == "one"
    for read in (lambda: library.listed(mine), lambda: library.scenario(theirs.id)):
        with pytest.raises(CoachError, match="nothing"):
            read()


def test_a_scenario_that_changed_is_read_again(mixed: Library, own: Root) -> None:
    put(own, "tiny", tiny("tiny", "Before"))
    assert mixed.scenario("tiny") is mixed.scenario("tiny")
    put(own, "tiny", tiny("tiny", "After"))
    assert mixed.scenario("tiny").value.title == "After"
