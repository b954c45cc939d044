"""The page of `coach progress`: two sentences, then dimensions, phases, skills, asking, help and cards."""

from collections.abc import Sequence
from typing import NamedTuple

from coach.interview.drift import Drift
from coach.interview.gaps import Weaknesses
from coach.interview.progress import (
    CHART,
    Attempt,
    Points,
    dimension_trends,
    phase_trends,
    skill_trends,
    weakest_first,
    worth_showing,
)
from coach.interview.since import Since
from coach.screens.progress_cells import SIGNS, chart, course, grades, last_two, minutes, pair, points_told, table
from coach.screens.progress_words import Wording, better, compared, drifted, missed_most, not_better
from coach.screens.quiz_words import counted
from coach.screens.ui import Block, Gap, Rule, Table, Text

CARD_DAYS = 30
"""Days over which cards are counted, and those before with which they are compared."""


class Overview(NamedTuple):
    """What the page shows: graded rounds from the oldest on, the comparison of the last, what is weak, where grades
    part from points, and the cards recalled of those reviewed, in the last days and in those before.

    `scenario` is the question that all is about, empty for all of them; `waiting` a session that is not graded.
    """

    done: Sequence[Attempt]
    since: Since | None
    weak: Weaknesses
    drifts: Sequence[Drift]
    cards: tuple[Points, Points]
    scenario: str = ""
    waiting: str = ""


def progress_page(shown: Overview, words: Wording) -> list[Block]:
    """The page, widest at 60 columns."""
    if not shown.done:
        return [*_nothing(shown, words), *_cards_alone(shown.cards)]
    title = f"Progress · {shown.scenario}" if shown.scenario else "Progress"
    return [
        Rule(title, _how_many(shown.done)),
        *_sentences(shown, words),
        *_dimensions(shown, words),
        *_phases(shown),
        *_skills(shown),
        *_asking(shown),
        Gap(),
        Text(_next(shown, words)),
    ]


def _nothing(shown: Overview, words: Wording) -> list[Block]:
    on = f" on {shown.scenario}" if shown.scenario else ""
    start = f"`coach practice{f' {shown.scenario}' if shown.scenario else ''}` starts one."
    if shown.waiting:
        start = f"One was finished and waits: `coach grade {words.name(shown.waiting)}`."
    return [Text(f"No graded round{on} yet, so there is no progress to show. {start}")]


def _cards_alone(cards: tuple[Points, Points]) -> list[Block]:
    if not _any(cards):
        return []
    return [Gap(), Rule("Cards"), Table(("", "before", "now"), [_card_row(cards)], right=(1, 2)), _ABOUT_CARDS]


def _how_many(done: Sequence[Attempt]) -> str:
    rounds, redone = counted(len(done), "graded round"), sum(bool(attempt.known.base) for attempt in done)
    return f"{rounds}, {counted(redone, 'step')} redone among them" if redone else rounds


def _sentences(shown: Overview, words: Wording) -> list[Block]:
    if found := shown.since:
        said = [better(found), not_better(found, words)]
        return [*(Text(line, "strong") for line in said), Text(compared(found, words), "dim")]
    now = shown.done[-1]
    day = words.day(now.known.started)
    if len(shown.done) == 1:
        said = [f"One round, {now.known.scenario} on {day}, is too little to show a change. A second one, on this or "
                "another question, does: `coach practice`."]  # fmt: skip
    else:
        said = [f"No round before that of {day} asked for the same, so what changed cannot be told."]
    weakest = next((gap.name for gap in shown.weak.dimensions if gap.name in now.dimensions), "")
    said += [missed_most(now, weakest, words)] if weakest else []
    return [Text(line, "strong") for line in said]


def _dimensions(shown: Overview, words: Wording) -> list[Block]:
    trends = dimension_trends(shown.done)
    rows = [[trend.short, *course(trend), grades(trend)] for trend in trends]
    blocks = _section(shown, "Dimensions", ("dimension", "trend", "before", "now", "own grades"), rows)
    if any(len(trend.points) > 1 for trend in trends):
        blocks.append(Text(f"A sign is a round, oldest first: {SIGNS[0]} no point of it, {SIGNS[-1]} all.", "dim"))
    return [*blocks, *(Text(drifted(drift, words), hang=2) for drift in shown.drifts)]


def _phases(shown: Overview) -> list[Block]:
    rows = [[trend.short, *course(trend), *minutes(trend)] for trend in phase_trends(shown.done)]
    heads = ("phase", "trend", "before", "now", "min before", "min now")
    return _section(shown, "Phases", heads, rows, right=(2, 3, 4, 5))


def _skills(shown: Overview) -> list[Block]:
    trends = skill_trends(shown.done)
    chosen = weakest_first(trends, shown.weak) if shown.scenario else worth_showing(trends, shown.weak)
    weak = {gap.name: f"{gap.rounds} of {gap.asked}" for gap in shown.weak.skills if gap.rounds}
    rows = [[trend.short, *course(trend), weak.get(trend.name, "")] for trend in chosen]
    blocks = _section(shown, "Skills", ("skill", "trend", "before", "now", "missed in"), rows)
    if left := len(trends) - len(chosen):
        blocks.append(Text(f"The weakest, and what gained most; {left} more: `coach progress --json`.", "dim"))
    return blocks


def _asking(shown: Overview) -> list[Block]:
    """Linchpins asked for, help received and cards retained."""
    last = shown.done[-CHART:]
    asked = [attempt.asked for attempt in last if attempt.asked.of]
    rows = [["linchpins asked for", chart(asked), *pair(asked)]] if asked else []
    rows += [
        ["hints taken", "", *last_two([str(attempt.known.hints) for attempt in last])],
        ["topics shown", "", *last_two([str(attempt.known.shown) for attempt in last])],
    ]
    about = []
    if _any(shown.cards):
        name, *counts = _card_row(shown.cards)
        rows.append([name, "", *counts])
        about = [_ABOUT_CARDS]
    return [*_section(shown, "Asking, help, cards", ("", "trend", "before", "now"), rows), *about]


_ABOUT_CARDS = Text(
    f"Cards: recalled of those reviewed again, in the last {CARD_DAYS} days and in the {CARD_DAYS} before.", "dim"
)


def _any(cards: tuple[Points, Points]) -> bool:
    return any(points.of for points in cards)


def _card_row(cards: tuple[Points, Points]) -> list[str]:
    return ["cards recalled", *(points_told(points) if points.of else "" for points in cards)]


def _section(
    shown: Overview, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = (2, 3)
) -> list[Block]:
    total = len(shown.done)
    many = f"last {CHART} of {total:,} rounds" if total > CHART else counted(total, "round")
    return [Gap(), Rule(title, many), table(heads, rows, right)] if rows else []


def _next(shown: Overview, words: Wording) -> str:
    if shown.waiting:
        return f"A finished round waits for its grades: `coach grade {words.name(shown.waiting)}`."
    if found := shown.since:
        names = " ".join(words.name(one.known.session) for one in (found.before, found.now))
        return f"Both rounds side by side, point by point: `coach diff {names}`."
    return f"The round point by point: `coach show {words.name(shown.done[-1].known.session)}`."
