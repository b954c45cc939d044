"""The command that trains what a round missed."""


def training(scenario: str, phase: str, session: str, *, redone: bool) -> str:
    """A step of a round once more, by the short name of its session; of one that was redone already, the same step on
    another question. Without a phase the question again, and without a question any."""
    if not scenario:
        return "coach practice"
    if not phase:
        return f"coach practice {scenario}"
    return f"coach practice --phase {phase}{'' if redone else f' --from {session}'}"
