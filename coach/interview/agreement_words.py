"""In words which practice figures agreed with real interviews. Counts only: there are too few cases for shares."""

from collections import Counter
from collections.abc import Iterable, Sequence

from coach.interview.agreement import CLEAR, ENOUGH, FIGURES, Agreement, Case
from coach.language.printable import named

_TIMES = ("", "once", "twice", "three times", "four times", "five times")


def told(found: Agreement) -> list[str]:
    """What agreed, a paragraph for each figure, then which to trust more; or why it cannot be told."""
    if (left := ENOUGH - found.named) > 0:
        debriefs = f"{left} more debrief that names" if left == 1 else f"{left} more debriefs that name"
        return [f"After {debriefs} a dimension, this says which practice figures agreed with how it went."]
    if not found.practised:
        return ["No graded round lies before these interviews, so there is no practice figure to compare with them."]
    if found.practised < ENOUGH:
        have = "has" if found.practised == 1 else "have"
        return [
            f"Only {found.practised} of {found.named} debriefs {have} graded rounds before the interview; from "
            f"{ENOUGH} on this says which practice figures agreed with how it went."
        ]
    outcomes = {case.stuck for case in found.cases}
    if len(outcomes) < 2:
        what = (
            "You named no dimension where they probed and you did not get stuck"
            if True in outcomes
            else "You named no dimension where you got stuck that you had practised"
        )
        return [f"{what}, so it cannot be told which practice figures are right."]
    told = [_figure(name, at, found.cases) for at, name in enumerate(FIGURES)]
    return [*told, _trust(found.cases)]


def _figure(name: str, at: int, cases: Sequence[Case]) -> str:
    spoken = [(case, said) for case in cases if (said := case.said[at])]
    name = name[0].upper() + name[1:]
    if not spoken:
        return f"{name} say nothing of what they asked about."
    right = [case.short for case, said in spoken if said.weak == case.stuck]
    missed = [(case.short, said.told) for case, said in spoken if case.stuck and not said.weak]
    in_vain = [(case.short, said.told) for case, said in spoken if said.weak and not case.stuck]
    which = f": {', '.join(_often(short, n) for short, n in Counter(right).items())}" if right else ""
    parts = [f"{name} were right about {len(right)} of {len(spoken)}{which}."]
    if missed:
        parts.append(f"They missed {_listed(missed, 'stuck', ' ')}.")
    if in_vain:
        parts.append(f"They warned in vain of {_listed(in_vain, 'not stuck', ', ')}.")
    return " ".join(parts)


def _trust(cases: Iterable[Case]) -> str:
    """Which figures to trust more, by the cases of which all of them speak."""
    shared = [case for case in cases if None not in case.said]
    if not shared:
        return "No dimension was spoken of by all of them, so they cannot be compared."
    right = {
        name: sum(bool((said := case.said[at]) and said.weak == case.stuck) for case in shared)
        for at, name in enumerate(FIGURES)
    }
    # What says the same of everything is right now and then by chance, and tells nothing.
    telling = {name for at, name in enumerate(FIGURES) if len({said.weak for c in shared if (said := c.said[at])}) > 1}
    most = max((count for name, count in right.items() if name in telling), default=0)
    best = [name for name, count in right.items() if name in telling and count == most]
    behind = [name for name, count in right.items() if name not in best and count <= most - CLEAR]
    if not best or not behind:
        return "They differ too little to trust one of them more than the others."
    return f"So far {named(best)} told more than {named(behind)}."


def _listed(found: Iterable[tuple[str, str]], how: str, between: str) -> str:
    return ", ".join(
        f"{short} ({told}, {how}{between + _often_word(n) if n > 1 else ''})"
        for (short, told), n in Counter(found).items()
    )


def _often(word: str, times: int) -> str:
    return word if times == 1 else f"{word} {_often_word(times)}"


def _often_word(times: int) -> str:
    return _TIMES[times] if times < len(_TIMES) else f"{times} times"
