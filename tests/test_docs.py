"""The README documents every command and option, and its commands are the ones that CI runs."""

import re
import shlex
from dataclasses import is_dataclass
from pathlib import Path

import pytest
import typer

from coach.cli import app
from coach.content import scenario
from coach.content.card import Card
from coach.content.deck import Deck
from coach.content.fields import table
from coach.content.format import Format, Step
from coach.content.library import Library
from coach.content.loading import read_deck, read_format
from coach.content.roots import Root, shipped
from coach.content.source import Source
from coach.record.settings import EXPLAINED
from coach.screens.orders import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _options() -> list[tuple[str, str]]:
    group = typer.main.get_command(app)
    found = [("coach", option) for parameter in group.params for option in parameter.opts]
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        found += [(name, option) for parameter in command.params for option in parameter.opts]
    return [(name, option) for name, option in found if option.startswith("--")]


def test_every_command_is_documented() -> None:
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    missing = [name for name in names if f"`coach {name}" not in README]
    assert missing == []


def test_every_option_is_documented() -> None:
    options = _options()
    assert len(options) > 15
    assert [(name, option) for name, option in options if option not in README] == []


def test_every_command_of_the_prompt_is_documented() -> None:
    assert [name for name in COMMANDS if f"`/{name}" not in README] == []


def test_every_setting_is_documented() -> None:
    assert [name for name in EXPLAINED if name not in README] == []


def test_every_field_of_a_deck_and_its_cards_is_documented() -> None:
    fields = [*table(Deck), *table(Card)]
    assert [field.key for field in fields if f"`{field.key}`" not in README] == []


def test_every_field_of_a_format_and_its_steps_is_documented() -> None:
    section = README.split("A format has\n\n", 1)[1].split("\n\n", 1)[0]
    assert [field.key for field in (*table(Format), *table(Step)) if f"`{field.key}`" not in section] == []


def test_the_table_of_questions_has_a_row_for_each_with_its_family_and_minutes() -> None:
    section = README.split("## The questions\n\n", 1)[1].split("\n\n## ", 1)[0]
    rows = {
        name: (family, int(minutes))
        for name, family, minutes in re.findall(r"\| `(.+?)` \| (.+?) \| (\d+) \|", section)
    }
    library = Library([Root.at("shipped", shipped())])
    shown = {}
    for one in library.scenarios():
        value = library.scenario(one.id).value
        shown[one.id] = (value.family, library.format(value.format or "four-phase").value.minutes)
    assert rows == shown


def test_every_field_of_a_scenario_and_its_parts_is_documented() -> None:
    section = README.split("## Writing a scenario\n\n", 1)[1].split("\n\n## ", 1)[0]
    parts = [value for value in vars(scenario).values() if getattr(value, "__module__", "") == scenario.__name__]
    keys = {field.key for part in (*parts, Source) if is_dataclass(part) for field in table(part)}
    assert len(keys) > 60
    assert [key for key in sorted(keys) if f"`{key}`" not in section] == []


@pytest.mark.parametrize("line", re.findall(r"^coach .*", README.split("## Writing a scenario\n\n")[1], re.MULTILINE))
def test_each_command_for_writing_a_scenario_is_one(line: str) -> None:
    known = {name for _, name in _options()} | {"--help"}
    _, command, *words = shlex.split(line.partition("#")[0])
    assert f"`coach {command}" in README
    assert {word for word in words if word.startswith("--")} <= known


def test_the_format_that_is_shown_is_a_valid_one() -> None:
    (shown,) = re.findall(r"```yaml\n(schema: 1\nid: screening\n.*?)```", README, re.DOTALL)
    assert read_format(shown, Path("screening.yaml"), both_loaders=True).problems == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    (command,) = [line for line in re.findall(r"```sh\n(.*)\n```", README) if "pytest" in line]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_two_commands_stand_on_the_first_screen() -> None:
    first = "\n".join(README.splitlines()[:24])
    assert first.count("```sh") == 2


def test_the_readme_names_the_license_of_the_metadata() -> None:
    assert 'license = "MIT"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "## License\n\nMIT License" in README


def test_the_deck_that_is_shown_is_a_valid_one() -> None:
    (shown,) = re.findall(r"```yaml\n(schema: 1\nid: mine\n.*?)```", README, re.DOTALL)
    assert read_deck(shown, Path("mine.yaml"), both_loaders=True).problems == []
