"""Everything that reads the notes of one scenario, got ready once for a sitting."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from coach.content.scenario import Scenario
from coach.interview.evidence import Evidence
from coach.interview.facts import Facts


class Reader:
    """The points and the facts of a scenario, made ready when they are first needed."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        self.scenario = scenario
        self.glossary = glossary

    @cached_property
    def evidence(self) -> Evidence:
        """The points, ready to be looked for."""
        return Evidence(self.scenario, self.glossary)

    @cached_property
    def facts(self) -> Facts:
        """The facts, ready to be looked for."""
        return Facts(self.scenario, self.glossary)
