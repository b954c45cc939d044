"""`coach schema`: JSON Schemas for editors."""

import json

from coach.commands import world
from coach.content.checklist import Checklist
from coach.content.deck import Deck
from coach.content.format import Format
from coach.content.json_schema import json_schema
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario

KINDS: dict[str, type] = {
    "scenario": Scenario, "deck": Deck, "format": Format, "rubric": Rubric, "checklist": Checklist,
}  # fmt: skip


def run(kind: str) -> int:
    """Prints the schema of one kind of content file. Returns the exit code."""
    print(json.dumps(json_schema(KINDS[kind], f"coach {kind}"), indent=2))
    world.then("Give it to your editor; `coach lint` checks the files.")
    return 0
