"""The figures of a graded round, all from what the person typed and confirmed: linchpins, curveballs, probes, pace."""

from collections.abc import Mapping
from typing import Any

from coach.content.scenario import Fact, Scenario
from coach.interview.entries import CURVEBALL, LINCHPIN, PROBE
from coach.interview.facts import Facts, handed_facts, in_short
from coach.interview.grading import CONFIRMED, listed
from coach.interview.plan import last_step_of
from coach.interview.remarks import Said
from coach.interview.replies import Subject, dealt_with, met_by
from coach.interview.session import Session
from coach.interview.sheet import sheet, statements
from coach.language.numbers import figures as numbers_of
from coach.language.stances import weighs

_ASKING = "framing"
"""The dimension of a fact that no point speaks of."""


def figures(session: Session, scenario: Scenario, facts: Facts) -> dict[str, Any]:
    """The figures as a `graded` event keeps them; times are seconds on the round's clock, None for what never came."""
    return {
        "linchpins": _linchpins(session, scenario, facts),
        "curveballs": _curveballs(session, scenario, facts),
        "probes": _probes(session, scenario, facts),
        "pace": _pace(session, scenario),
        "late": _late(session, scenario),
        "unused": [
            {**_told(facts, fact, session.plan.level), "at_s": said.at_s, "note": said.note}
            for fact, said in _unused(session, scenario, facts)
        ],
        "assumed": _assumed(session, scenario, facts),
    }


def _linchpins(session: Session, scenario: Scenario, facts: Facts) -> dict[str, Any] | None:
    """None for a round whose facts were handed over on paper, or where nothing changes the design."""
    pins = [fact for fact in scenario.facts if fact.linchpin]
    if not pins or "clarify" not in session.plan.phases:
        return None
    told = {said.id: said for said in reversed(session.told)}
    back = {said.id: said for said in reversed(session.said) if said.what == LINCHPIN}
    asked = [f for f in pins if f.id in told and (f.id not in back or told[f.id].at_s < back[f.id].at_s)]
    late_ = [f for f in asked if "clarify" not in session.plan.steps[told[f.id].step].phases]
    came = [f for f in pins if f.id in back and f not in asked]
    left = [f for f in pins if f not in asked and f not in came]
    on = {f.id: Subject(f.linchpin.unless if f.linchpin else (), _leads_to(facts, f)) for f in pins}
    met = [f for f in left if dealt_with(session, on[f.id], facts)]
    level = session.plan.level
    return {
        "of": len(pins),
        "asked": [f.id for f in asked],
        "late": [f.id for f in late_],
        "helped": [f.id for f in asked if told[f.id].helped],
        "back": [{**_told(facts, f, level), **met_by(session, back[f.id], on[f.id], facts)} for f in came],
        "met": [f.id for f in met],
        "never": [_told(facts, f, level) for f in left if f not in met],
        "headings": {f.id: list(f.covers) for f in pins},
    }


def _leads_to(facts: Facts, fact: Fact) -> tuple[str, ...]:
    point = facts.point_of(fact)
    return (point.id,) if point else ()


def _told(facts: Facts, fact: Fact, level: str) -> dict[str, Any]:
    """A fact as the result speaks of it, with the dimension and the line of the point that it leads to at a level.

    `about` are the points that stand and fall with it: the one made by asking for it, and the one that it leads to.
    """
    asking, point = facts.asking_point(fact), facts.point_of(fact, level)
    return {
        "id": fact.id,
        "topic": fact.topic,
        "short": in_short(fact),
        "ask": fact.asks[0] if fact.asks else "",
        "so": fact.so,
        "say": point.say if point else "",
        "point": point.id if point else "",
        "linchpin": fact.linchpin is not None,
        "asking": asking.dimension if asking else _ASKING,
        "using": point.dimension if point else _ASKING,
        "about": [about.id for about in (asking, facts.point_of(fact)) if about],
    }


def _curveballs(session: Session, scenario: Scenario, facts: Facts) -> list[dict[str, Any]]:
    found = []
    for said in session.said:
        ball = next((ball for ball in scenario.curveballs if ball.id == said.id), None)
        if said.what == CURVEBALL and ball:
            met = met_by(session, said, Subject(ball.unless, ball.points), facts)
            found.append({"id": ball.id, "kind": ball.kind, **met})
    return found


def _probes(session: Session, scenario: Scenario, facts: Facts) -> dict[str, Any]:
    """How many follow-up questions came and were picked up; `unsure` are notes that may have picked one up."""
    known = {
        f"{dive.id}-{number}": probe for dive in scenario.deep_dives for number, probe in enumerate(dive.probes, 1)
    }
    met = [
        met_by(session, said, Subject(known[said.id].unless, known[said.id].points), facts)
        for said in session.said
        if said.what == PROBE and said.id in known
    ]
    return {
        "asked": len(met),
        "met": sum(of["met_s"] is not None for of in met),
        "unsure": [of["reply"] for of in met if of["reply"]],
    }


def _pace(session: Session, scenario: Scenario) -> dict[str, Any]:
    silence, since = _silence(session)
    return {
        "number_s": _first_number(session, scenario),
        "tradeoff_s": next((note.at_s for note in statements(session) if weighs(note.text)), None),
        "silence_s": silence,
        "silence_at_s": since,
        "used_s": session.clock(),
    }


def _first_number(session: Session, scenario: Scenario) -> float | None:
    """When the first number came that neither the question nor an answer had brought."""
    on_paper = " ".join(fact.answer for fact in _handed(session, scenario))
    given = numbers_of(f"{scenario.question} {scenario.brief} {on_paper}")
    for note in statements(session):
        told = [
            number
            for said in session.told
            if said.at_s <= note.at_s and (fact := scenario.fact(said.id))
            for number in numbers_of(fact.answer)
        ]
        own = [n for n in numbers_of(note.text) if n.telling and not any(n.same(known) for known in (*given, *told))]
        if own:
            return note.at_s
    return None


def _silence(session: Session) -> tuple[float, float]:
    """The longest time from the end of one note to the first key of the next, and when it began."""
    longest, at, since = 0.0, 0.0, 0.0
    spans = sorted((note.began_s, note.at_s) for note in session.notes.values())
    for began, ended in [*spans, (session.clock(), session.clock())]:
        if began - since > longest:
            longest, at = began - since, since
        since = max(since, ended)
    return longest, at


def _late(session: Session, scenario: Scenario) -> list[str]:
    """The points that were confirmed only by notes written after the point's phases were over."""
    steps = session.plan.steps
    found = []
    for entry in listed(scenario, session.plan):
        mark = session.marks.get(entry.point.id)
        notes = [session.notes[n] for n in mark.notes if n in session.notes] if mark else []
        last = last_step_of(entry.point, steps)
        if mark and mark.mark in CONFIRMED and notes and all(note.step > last for note in notes):
            found.append(entry.point.id)
    return found


def _unused(session: Session, scenario: Scenario, facts: Facts) -> list[tuple[Fact, Said]]:
    """The told facts that no later note uses, with when they were told."""
    found = []
    notes = statements(session)
    for said in {said.id: said for said in reversed(session.told)}.values():
        fact = scenario.fact(said.id)
        if fact and fact.used and not any(n.at_s > said.at_s and facts.used(fact, n.text) for n in notes):
            found.append((fact, said))
    return sorted(found, key=lambda entry: entry[1].at_s)


def _handed(session: Session, scenario: Scenario) -> list[Fact]:
    return handed_facts(scenario, session.plan.skipped, session.plan.earlier)


def _assumed(session: Session, scenario: Scenario, facts: Facts) -> list[dict[str, Any]]:
    """The assumptions of this round that touch a fact which had not been told before, beside the sheet's line."""
    found = []
    known = {fact.id for fact in _handed(session, scenario)}
    for line in sheet(session, scenario).assumed:
        note = session.notes.get(line.note)
        fact = facts.touched(line.text)
        if not note or not fact or fact.id in known:
            continue
        if not any(said.id == fact.id and said.at_s <= note.at_s for said in session.told):
            found.append({"note": note.id, "text": line.text, "fact": fact.id, "sheet": in_short(fact)})
    return found


def figures_of(graded: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """The figures that a `graded` event keeps; an older coach wrote none."""
    return (graded or {}).get("figures") or {}
