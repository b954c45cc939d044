"""The loader: a typed object and all problems, each with its line."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.content.fields import Flag, Many, Number, OneOf, Part, Slug, Table, Text, Whole, has, may
from coach.content.reading import Reading, read
from coach.content.roots import Root, formats, scenarios


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A made-up part."""

    id: str = has(Slug(), "Stable id.")
    size: int = has(Whole(1, 99), "Inches.")
    colour: str = may(OneOf(("red", "green")), "Colour.", "red")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cart:
    """A made-up content class with a field of every kind."""

    name: str = has(Text(), "The name.")
    wheels: tuple[Wheel, ...] = has(Many(Part(lambda: Wheel), at_least=1), "The wheels.")
    spare: Wheel | None = may(Part(lambda: Wheel), "One more.")
    tags: tuple[str, ...] = may(Many(Text(), or_one=True), "Tags.")
    prices: dict[str, float] = may(Table(Number()), "Prices.")
    sides: dict[str, str] = may(Table(Text(), keys=("left", "right")), "Sides.")
    sold: bool = may(Flag(), "Whether it is sold.", False, key="is-sold")


GOOD = """\
name: A cart
wheels:
  - {id: front, size: 20}
  - id: back
    size: 24
    colour: green
spare: {id: third, size: 20}
tags: heavy
prices: {new: 100, used: 12.5}
sides: {left: wood}
is-sold: yes
"""


def load(text: str, *, both: bool = True) -> Reading[Cart]:
    """The text read as a cart."""
    return read(text, "cart.yaml", Cart, both_loaders=both)


def problems(text: str) -> list[str]:
    """Every problem as it is printed."""
    return [str(problem) for problem in sorted(load(text).problems)]


def test_a_good_file_becomes_a_typed_object() -> None:
    reading = load(GOOD)
    assert reading.problems == []
    assert reading.value == Cart(
        name="A cart",
        wheels=(Wheel(id="front", size=20), Wheel(id="back", size=24, colour="green")),
        spare=Wheel(id="third", size=20),
        tags=("heavy",),
        prices={"new": 100.0, "used": 12.5},
        sides={"left": "wood"},
        sold=True,
    )


def test_what_a_file_may_leave_out_has_a_default() -> None:
    cart = load("name: x\nwheels: [{id: a, size: 1}]").value
    assert cart is not None
    assert (cart.spare, cart.tags, cart.prices, cart.sides, cart.sold) == (None, (), {}, {}, False)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("name: A cart", "nam: A cart"), ["cart.yaml:1: name is missing (the name)",
                                           "cart.yaml:1: unknown key 'nam'; did you mean name?"]),
        (("size: 24", "size: big"), ["cart.yaml:5: wheels.back.size: should be a whole number, is text"]),
        (("size: 24", "size: 100"), ["cart.yaml:5: wheels.back.size: should be from 1 to 99, is 100"]),
        (("    size: 24\n", ""), ["cart.yaml:4: wheels.back: size is missing (inches)"]),
        (("green", "gren"), ["cart.yaml:6: wheels.back.colour: 'gren' is not one of red, green; did you mean green?"]),
        (("    colour: green", "    color: green"),
         ["cart.yaml:6: wheels.back: unknown key 'color'; did you mean colour?"]),
        (("tags: heavy", "tags: [heavy, no]"),
         ["cart.yaml:8: tags.2: should be text, but YAML reads 'no' as true or false; put it in quotes"]),
        (("tags: heavy", "tags: {a: b}"), ["cart.yaml:8: tags: should be a list, is a mapping"]),
        (("tags: heavy", "tags: [[a]]"), ["cart.yaml:8: tags.1: should be a single value, is a list"]),
        (("used: 12.5", "used: cheap"), ["cart.yaml:9: prices.used: should be a number, is text"]),
        (("prices: {new: 100, used: 12.5}", "prices: [1]"),
         ["cart.yaml:9: prices: should be a mapping, is a list"]),
        (("left: wood", "lft: wood"), ["cart.yaml:10: sides: unknown key 'lft'; did you mean left?"]),
        (("spare: {id: third, size: 20}", "spare: third"), ["cart.yaml:7: spare: should be a mapping, is text"]),
        (("is-sold: yes", "name: again"), ["cart.yaml:11: name stands here twice, first in line 1"]),
        (("is-sold: yes", "? [a]\n: b"), ["cart.yaml:11: a key should be a word"]),
        (("is-sold: yes", "is-sold:"), ["cart.yaml:11: is-sold: should be true or false, is nothing"]),
    ],
)  # fmt: skip
def test_each_problem_is_named_with_its_line_and_place(change: tuple[str, str], expected: list[str]) -> None:
    text = GOOD.replace(*change)
    assert text != GOOD
    assert problems(text) == expected


def test_all_problems_are_found_at_once() -> None:
    text = "name: 5\nwheels:\n  - {id: A, size: 0, colour: blue}\n  - {size: 3}\nnonsense: 1\n"
    assert [(p.line, p.where) for p in sorted(load(text).problems)] == [
        (1, "name"),
        (3, "wheels.A.colour"),
        (3, "wheels.A.id"),
        (3, "wheels.A.size"),
        (4, "wheels.2"),
        (5, ""),
    ]


def test_what_could_be_read_is_kept_beside_the_problems() -> None:
    cart = load(GOOD.replace("size: 24", "size: big")).value
    assert cart is not None
    assert (cart.name, len(cart.wheels)) == ("A cart", 2)


def test_a_list_that_is_too_short_is_named() -> None:
    assert problems("name: x\nwheels: []") == ["cart.yaml:2: wheels: needs at least 1, has 0"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "the file is empty"),
        ("# only a comment\n", 1, "the file is empty"),
        ("name: [a\nwheels: 1\n", 2, "not valid YAML"),
        ("name: 'a\n", 2, "not valid YAML"),
        ("name: a\n\tb: c\n", 2, "not valid YAML"),
        ("name: *nowhere\n", 1, "not valid YAML"),
        ("name: a\n---\nname: b\n", 2, "not valid YAML"),
        ("name: a\nx: \x07\n", 2, "not valid YAML"),
        ("- a\n- b\n", 1, "should be a mapping, is a list"),
        ("just text", 1, "should be a mapping, is text"),
    ],
)
def test_a_text_that_is_no_mapping_is_a_problem_with_a_line(text: str, line: int, said: str) -> None:
    found = load(text).problems
    assert any(problem.line == line and said in problem.message for problem in found)


@pytest.mark.parametrize("both", [False, True])
def test_the_line_of_a_forbidden_character_is_counted_in_lines_whatever_stands_before_it(both: bool) -> None:
    text = "name: ééééééééé\nx: \x07\n\n\n\n\n"
    assert [problem.line for problem in load(text, both=both).problems] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "name: &a x\nwheels: &b [{id: a, size: 1}, *b]\n",
        "name: x\nwheels: &b [*b]\n",
        "&r\nname: x\nspare: *r\nwheels: [{id: a, size: 1}]\n",
        "name: x\nwheels: [&w {id: a, size: 1}, *w]\n",
    ],
)
def test_an_alias_is_refused_even_one_that_holds_itself(text: str) -> None:
    assert load(text).problems != []


def test_an_alias_of_a_single_value_does_no_harm() -> None:
    assert problems("name: &n x\ntags: [*n]\nwheels: [{id: a, size: 1}]") == []


@pytest.mark.timeout(5)
def test_aliases_that_multiply_cost_no_time() -> None:
    levels = "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 18))
    assert load(f"x0: &x0 [1]\n{levels}").problems != []


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? ", "a:\n  "])
def test_a_file_nested_without_end_is_a_problem_and_no_crash(bracket: str) -> None:
    assert load(bracket * 1_100).problems != []


@pytest.mark.parametrize("value", ["9" * 400, "9" * 5_000, "!!int abc", "!!int ''", "!!float [1]", "!!python/name:x 1"])
def test_a_number_that_cannot_be_held_is_a_problem_and_no_crash(value: str) -> None:
    assert load(GOOD.replace("size: 24", f"size: {value}")).problems != []


def test_a_byte_order_mark_does_no_harm() -> None:
    assert problems("\ufeff" + GOOD) == []


@pytest.mark.parametrize("value", ["[what?, when]", "{heavy:}", "\theavy", "[heavy:]"])
def test_a_value_that_only_one_of_the_yaml_readers_takes_is_named(value: str) -> None:
    reading = load(GOOD.replace("tags: heavy", f"tags: {value}"))
    assert [problem.line for problem in reading.problems] == [8]


def test_a_problem_at_an_unknown_place_gets_the_line_around_it() -> None:
    reading = load(GOOD)
    reading.problem("wheels.back.colour", "one")
    reading.problem("wheels.back.nothing.deep", "two")
    reading.problem("nowhere", "three")
    assert [problem.line for problem in reading.problems] == [6, 4, 1]


def test_files_are_found_by_name_and_the_first_root_wins(tmp_path: Path) -> None:
    first, second = Root.at("home", tmp_path / "a"), Root.at("shipped", tmp_path / "b")
    for root, names in ((first, ["one", "glossary"]), (second, ["two", "one", "rubric", "skills", "checklist"])):
        root.formats.mkdir(parents=True)
        for name in names:
            (root.scenarios / f"{name}.yaml").touch()
        (root.formats / "long.yaml").touch()
        (root.scenarios / "notes.txt").touch()
    found = scenarios([first, second])
    assert [(f.id, f.source, f.shadows) for f in found] == [("one", "home", ("shipped",)), ("two", "shipped", ())]
    assert [(f.id, f.source) for f in formats([first, second])] == [("long", "home")]


def test_a_hidden_file_is_no_scenario(tmp_path: Path) -> None:
    (tmp_path / ".#one.yaml").symlink_to("me@host.1")  # an Emacs lock
    (tmp_path / "._one.yaml").touch()  # macOS on a foreign disk
    assert scenarios([Root.at("home", tmp_path)]) == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert scenarios([Root.at("home", tmp_path / "nowhere")]) == []
