"""The sheet of a friend who plays the interviewer: what to say, what to tick."""

import re
from collections.abc import Iterator, Sequence

from coach.content.format import Format
from coach.content.rubric import Rubric
from coach.content.scenario import Curveball, Linchpin, Point, Scenario
from coach.content.terms import LEVELS
from coach.interview.manner import FLOOR, MORE_EXACTLY, NOTHING_ON_THAT, TIME_IS_UP, YOURS
from coach.interview.plan import PlannedStep, graded_as, plan, step_of
from coach.interview.raising import LINCHPINS, SHORTEST
from coach.interview.surprises import curveball_times
from coach.language import arithmetic
from coach.language.document import Document, Line, Section
from coach.language.numbers import written
from coach.screens.result import numbers_of

_TICK = ("",)
_GRADES = ("1", "2", "3", "4")
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")


def sheet_page(scenario: Scenario, format_: Format, rubric: Rubric, level: str) -> Document:
    """All that somebody who has never seen coach needs to hold a round and to grade it for a level."""
    steps = plan(format_)
    balls = _curveballs(scenario, level) if _middles(format_, steps) else ()
    incidents = _incidents(scenario, steps)
    say = [
        _how(format_, steps, incidents=bool(incidents.lines)),
        Section("Read aloud", (Line(scenario.question, spoken=True), Line(scenario.brief, spoken=True))),
        _facts(scenario),
        _probes(scenario, steps),
        incidents,
        Section(f"Curveballs, {format_.curveballs} at most", tuple(balls)),
    ]
    tick = [*_points(scenario, format_, rubric, level), _numbers(scenario), _tradeoffs(scenario)]
    tick.append(_grades(rubric, format_))
    return Document(
        f"For the interviewer only: {scenario.title}",
        tuple(section for section in (*say, *tick, _FEEDBACK) if section.lines),
        "This page holds the answers: it spoils the drill for whoever wants to be interviewed on this question.",
        "When the round is over, the candidate may have this page, with your ticks, grades and sentences.",
    )


def _how(format_: Format, steps: Sequence[PlannedStep], *, incidents: bool) -> Section:
    times = ", ".join(f"{step.title} {step.seconds // 60}" for step in steps)
    when = " and ".join(f"one at about minute {minute}" for minute in _middles(format_, steps))
    surprises = []
    if incidents:
        often = f"at most {LINCHPINS} return, as Incidents."
        surprises.append(f"★ marks a fact that changes the design. Of those never asked for {often}")
    surprises += [f"Curveballs: {when}."] if when else []
    surprises += ["Leave two minutes to answer each."] if surprises else []
    rows = {
        "Time": f"{format_.minutes} minutes: {times}. The candidate leads and keeps the time. Start a clock, note when "
        f"each step begins, and at the end say “{TIME_IS_UP}”",
        "Begin": "Read the question and the company aloud, again if asked. Then wait: the first questions are theirs.",
        "Asked something": "Find it under Facts, say that answer in its words and no more, and tick it. Nothing there: "
        f"“{NOTHING_ON_THAT[0]}” Too broad: “{MORE_EXACTLY}” Asked what to choose, or whether it is right: "
        f"“{YOURS[0]}”",
        "No help": "Do not nod, correct or finish a sentence, even if an assumption contradicts a fact. Let silence "
        "stand.",
        "Probes": "Once there is a drawing: when a thought is finished, ask one about what was just named, and hear "
        "the whole answer. One in two or three minutes is enough.",
        "Surprises": " ".join(surprises),
        "Tick": "Under What you tick, tick a point when you hear it, in any words and at any time, and write down the "
        "words. A name alone, without how or why, does not count.",
        "At the end": "Take two minutes for Grades, then say what Feedback asks for.",
    }
    return Section(
        "How to run it", tuple(Line(text, label) for label, text in rows.items() if text), part="What you say"
    )


def _middles(format_: Format, steps: Sequence[PlannedStep]) -> list[int]:
    """The middle of the time for each curveball, in minutes of the round."""
    return [(start + seconds // 2) // 60 for start, seconds, _ in curveball_times(steps, format_.curveballs)]


def _facts(scenario: Scenario) -> Section:
    return Section(
        "Facts, only when asked",
        tuple(
            Line(fact.answer, f"{'★ ' if fact.linchpin else ''}{_capital(fact.topic)}", spoken=True, boxes=_TICK)
            for fact in scenario.facts
        ),
    )


def _incidents(scenario: Scenario, steps: Sequence[PlannedStep]) -> Section:
    """What brings back the facts that nobody asked for, by the first step that has the phase and the time for it."""
    places = {phase: step for step in reversed(steps) if step.seconds >= SHORTEST for phase in step.phases}
    lines: list[Line] = []
    for step in steps:
        head = Line(f"In {step.title}", kind="head")
        for fact in scenario.facts:
            if fact.linchpin and places.get(fact.linchpin.phase) is step:
                lines += [*([] if head in lines else [head]), *_said(fact.linchpin, _capital(fact.topic))]
    return Section("Incidents, for a ★ never asked for", tuple(lines))


def _said(what: Linchpin | Curveball, label: str, note: str = "") -> list[Line]:
    """A surprise, with what is asked instead where the design deals with it."""
    further = [Line(what.next, "Already in the design?", spoken=True, kind="under")] if what.next else []
    return [Line(what.say, label, note, spoken=True, boxes=_TICK), *further]


def _probes(scenario: Scenario, steps: Sequence[PlannedStep]) -> Section:
    lines: list[Line] = []
    topics = {fact.id: fact.topic for fact in scenario.facts}
    for dive in scenario.deep_dives:
        lines.append(Line(dive.topic, kind="head"))
        for probe in dive.probes:
            told = ", ".join(topics[fact] for fact in probe.about if fact in topics)
            lines.append(Line(probe.ask, note=f"Only if you told them: {told}." if told else "", spoken=True))
            lines += [Line(probe.next, "Said already?", spoken=True, kind="under")] if probe.next else []
    titles = {phase: step.title for step in reversed(steps) for phase in step.phases}
    floor = [
        Line(" ".join(f"“{question}”" for question in questions), titles[phase])
        for phase, questions in FLOOR.items()
        if phase in titles
    ]
    return Section("Probes, by what was just named", (*lines, Line("When none of these fits", kind="head"), *floor))


def _curveballs(scenario: Scenario, level: str) -> Iterator[Line]:
    """The curveballs that are fair at a level; one never comes with the incident on the same fact."""
    topics = {fact.id: fact.topic for fact in scenario.facts if fact.linchpin}
    for ball in scenario.curveballs:
        same = ", ".join(topics[fact] for fact in ball.about if fact in topics)
        if LEVELS.index(ball.level) <= LEVELS.index(level):
            yield from _said(ball, ball.kind.capitalize(), f"Not if you used the incident on {same}." if same else "")


def _points(scenario: Scenario, format_: Format, rubric: Rubric, level: str) -> Iterator[Section]:
    """The points of each step; those above the level, as far as there is time for them, together at the end."""
    steps = plan(format_)
    above = [point for point in scenario.points if LEVELS.index(point.level) > LEVELS.index(level)]
    highest = LEVELS.index(format_.level or LEVELS[-1])
    part, end = "What you tick", 0
    for at, step in enumerate(steps):
        begin, end = end, end + step.seconds // 60
        here = [point for point in scenario.points if point not in above and step_of(point, steps) == at]
        if here:
            yield Section(
                f"{graded_as(steps, at)}, minutes {begin}-{end}", tuple(_point(p, rubric) for p in here), part=part
            )
            part = ""
    in_time = [point for point in above if LEVELS.index(point.level) <= highest]
    drilled = [point for point in in_time if step_of(point, steps) is not None]
    yield Section(f"Above {level}, not expected", tuple(_point(point, rubric) for point in drilled), part=part)


def _point(point: Point, rubric: Rubric) -> Line:
    dimension = rubric.dimension(point.dimension)
    why = f"{_SENTENCES.split(point.why)[0]} " if point.why else ""
    short = dimension.short.capitalize() if dimension else point.dimension
    return Line(point.point, note=f"{why}{short}, {point.level}.", boxes=_TICK)


def _numbers(scenario: Scenario) -> Section:
    lines = []
    for number, (ask, worked, _) in zip(scenario.numbers, numbers_of(scenario), strict=True):
        value = arithmetic.evaluate(number.formula, number.given)
        low, high = map(written, sorted((value / number.within, value * number.within)))
        lines.append(Line(worked, ask, f"Right from {low} to {high}.", boxes=_TICK))
    return Section("Numbers, if they come up", tuple(lines))


def _tradeoffs(scenario: Scenario) -> Section:
    return Section(
        "Trade-offs, for example",
        tuple(
            Line(
                choice.choose, _capital(" against ".join(choice.between)), f"The other way round: {choice.reverse_when}"
            )
            for choice in scenario.tradeoffs
        ),
    )


def _grades(rubric: Rubric, format_: Format) -> Section:
    how = Line("“I” is the candidate. True of them: 3. True, and more: 4. About half of it: 2. Hardly any: 1.")
    graded = [d for d in rubric.dimensions if not format_.dimensions or d.id in format_.dimensions]
    dimensions = (Line(dimension.bar, dimension.name, boxes=_GRADES) for dimension in graded)
    return Section("Grades", (how, *dimensions))


_FEEDBACK = Section(
    "Feedback, no flattery",
    (
        Line(
            "You sized the index before you chose one, and never said what a wrong answer costs.",
            "One sentence on the whole, with what you heard. Such as",
            spoken=True,
        ),
        Line(
            "Take them from ★ never asked for, probes without an answer, points not ticked.", "Three things to change"
        ),
        Line("What they said, and what to say instead: the line you would have ticked.", "For each"),
    ),
)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
