"""People who prepare for an interview, made up."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from coach.content.aspects import SKILL
from coach.content.terms import PHASES
from coach.interview.brief import Brief, Missed, Own, Spent
from coach.interview.debrief import Debrief
from coach.interview.questions import Question
from coach.interview.study_ground import Ground
from coach.interview.study_items import CARDS, DRILLS, GRADE, KNOWN, MOCK, PAGE, RESUME, STEP, Day, Item
from coach.interview.study_plan import study_plan
from tests.cards import TODAY

TITLES = dict(zip(PHASES, ("Clarify", "High-level design", "Deep dive", "Tradeoffs"), strict=True))
LONG = dict(zip(PHASES, (5, 10, 20, 10), strict=True))
SKILLS = [f"s-{letter}" for letter in "abcdefghij"]


def _question(name: str, skills: Sequence[str]) -> Question:
    return Question(name, name.title(), tuple(skills), shares={(SKILL, skill): 0.2 for skill in skills})


QUESTIONS = [_question("rag-support", ("s-a", "s-b"))] + [
    _question(f"q{number:02}", Random(number).sample(SKILLS, 3)) for number in range(12)
]
TASTE, SMALL = Question("tags", "Tags", ("s-a",), "taste"), Question("tiny", "Tiny", ("s-j",), "five-minute")
FORMATS = {
    "four-phase": [(phase,) for phase in PHASES],
    "thirty-five": [PHASES[:1], PHASES[1:3], PHASES[2:], PHASES[2:]],
    "scale": [PHASES[:1], PHASES[1:2], PHASES[1:3], PHASES[2:], PHASES[3:]],
}
"""Formats, with the phases of each step."""
MINUTES: Mapping[str, int] = {
    "": 45, "four-phase": 45, "thirty-five": 35, "scale": 45, "taste": 2, "five-minute": 5,
}  # fmt: skip


def day(number: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=number)


def did(
    scenario: str, number: int = -1, *, status: str = "graded", mock: bool = False, minutes: float = 45,
    phases: Sequence[str] = PHASES, missed: Sequence[str] = (), skills: Sequence[str] = (), hour: int = 19,
    graded: int | None = None, ended: int | None = None, base: str = "", again: int | None = None,
    format_: str = "four-phase", planned: float | None = 45,
) -> Brief:  # fmt: skip
    """A round that was begun so many days from today, with a point missed in each of some phases; `again` is when it
    was graded anew, `planned` its minutes."""
    on = day(number)
    began = f"{on}T{hour}:00:00.000Z"
    known = Brief(
        session=f"{on:%Y%m%d}T{hour}0000Z-{scenario}-{number % 10_000:04}", scenario=scenario, title="A question",
        format=format_, level="senior", phases=phases, status=status, started=began,
        ended="" if status == "paused" else f"{day(number if ended is None else ended)}T{hour}:50:00.000Z",
        planned=planned and round(planned * 60), used=minutes * 60, step="Deep dive", notes=9, mock=mock, base=base,
        spent_rows=[Spent(TITLES[phase], [phase], 0.0, 60 * long) for phase, long in LONG.items()],
    )  # fmt: skip
    if status != "graded":
        return known
    rows = [Missed(f"p{n}", "depth", phase, f"Point {n}", "", 9.0, skills) for n, phase in enumerate(missed)]
    first = f"{day(number if graded is None else graded)}T{hour}:55:00.000Z"
    at = first if again is None else f"{day(again)}T{hour}:58:00.000Z"
    return known._replace(
        graded=at, first_graded=first, missed_rows=rows, own_rows={"depth": Own("depth", True, 2, 2.0)}
    )


def ground(
    *rounds: Brief, interview: int | None = None, hours: int = 5, today: int = 0,
    questions: Sequence[Question] = QUESTIONS, cards: float = 0.0, cards_told: str | None = None, **more: object,
) -> Ground:  # fmt: skip
    """What a plan is made from: rounds in any order, an interview and today as days from 21 November, and so many
    minutes of cards a day."""
    told = "6 new" if cards_told is None and cards else cards_told or ""
    return Ground(
        day(today),
        None if interview is None else day(interview),
        hours,
        sorted(rounds, key=lambda known: known.session, reverse=True),
        questions,
        MINUTES.get,
        lambda stamped: datetime.fromisoformat(stamped).date(),
        lambda session: session[-4:],
        {day(number): cards for number in range(today, today + 60)} if cards else {},
        cards_told={day(today): told, day(today + 1): "6 new"},
        **{"cards_left": cards, **more},  # type: ignore[arg-type]
    )


def told_of(number: int, *stuck: str, at: int | None = None) -> Debrief:
    """What was told of an interview so many days from today, on that day or at another."""
    begun = datetime.combine(day(number if at is None else at), time(20), UTC)
    return Debrief(f"{begun:%Y%m%d}-debrief", day(number), stuck_dimensions=stuck, at=begun, finished=True)


def drills(plan: Sequence[Day]) -> list[tuple[date, Item]]:
    """The drills that are planned and not done, with their days."""
    return [(one.date, item) for one in plan for item in one.items if item.kind in DRILLS and not item.done]


def lives(seed: int, days: int) -> list[Ground]:
    """What plans are made from day by day for a person who does of them what comes to hand: all of it, none, or another
    question, in another format, some phases alone or what is given up; at times an interview is told of."""
    chance = Random(seed)
    hours, interview = chance.choice([1, 3, 5, 8, 10, 20]), chance.choice([None, days, days // 2])
    cards, rounds, found = chance.choice([0.0, 4.0, 12.0]), list[Brief](), list[Ground]()
    told: list[Debrief] = []
    for number in range(days):
        now = ground(*rounds, today=number, interview=interview, hours=hours, cards=cards, debriefs=told)
        found.append(now)
        mood = chance.random()
        items = [item for item in study_plan(now)[0].left if item.kind in DRILLS]
        for at, item in enumerate(items if mood < 0.6 else []):
            missed = chance.choices(PHASES, k=chance.randrange(4))
            rounds.append(_done(item, number, missed, hour=18 + at))
        if 0.6 <= mood < 0.7:
            status = chance.choice(["graded", "finished", "paused", "abandoned"])
            format_, steps = chance.choice(list(FORMATS.items()))
            minutes = chance.choice([5, 20, MINUTES[format_]])
            phases = [phase for phase in PHASES if phase in chance.choice([*steps, PHASES])]
            planned = chance.choice([minutes, None])
            rounds.append(
                did(chance.choice(QUESTIONS).id, number, status=status, hour=17, format_=format_, planned=planned,
                    phases=phases, minutes=minutes * chance.random(), missed=phases[:1])
            )  # fmt: skip
        if mood > 0.95:
            told = [told_of(number, chance.choice(["depth", "safety"])), *told]
    return found


def _done(item: Item, number: int, missed: Sequence[str], hour: int) -> Brief:
    if item.kind == STEP:
        scenario = item.scenario or "rag-support"
        return did(scenario, number, minutes=20, phases=[item.phase or "deep-dive"], base=item.session, hour=hour)
    return did(item.scenario, number, mock=item.kind == MOCK, missed=missed, skills=SKILLS[:2], hour=hour)


def through(now: Ground, chance: Random) -> Ground:
    """The evening of a day on which all of its part was done, in more time or in less."""
    spent = day_of(now)
    while left := [item for item in study_plan(now)[0].left if item.kind != PAGE]:
        for item in left:
            number, minutes = spent, chance.uniform(5, 70)
            if item.kind == CARDS:
                told = {**now.cards_told, now.today: ""}
                now = now._replace(gone_through={now.today: chance.uniform(1, 30)}, cards_told=told)
            elif item.kind == KNOWN:
                now = now._replace(known_left=0)
            else:
                now = now._replace(rounds=_and_done(now, item, number, minutes))
    return now


def day_of(now: Ground) -> int:
    """Today as days from 21 November."""
    return (now.today - TODAY).days


def _and_done(now: Ground, item: Item, number: int, minutes: float) -> list[Brief]:
    """The rounds with an item of today done."""
    hour = 20 - sum(now.day(known.started) == now.today for known in now.rounds)
    done = _done(item, number, ["deep-dive"], hour)._replace(used=60 * max(minutes, 16))
    if item.kind in (GRADE, RESUME):
        waits = next(known for known in now.rounds if known.session == item.session)
        used = waits.used if item.kind == GRADE else waits.used + 60 * minutes
        done = waits._replace(status="graded", graded=done.graded, ended=waits.ended or done.ended, used=used)
    others = [known for known in now.rounds if known.session != done.session]
    return sorted([*others, done], key=lambda known: known.session, reverse=True)
