"""The page of `coach progress`: two sentences, then dimensions, phases, skills, asking, help and cards."""

from collections.abc import Sequence
from typing import NamedTuple

from coach.interview.drift import Drift
from coach.interview.gaps import Weaknesses
from coach.interview.parting import parting
from coach.interview.progress import Attempt, Points
from coach.interview.since import Since
from coach.interview.trends import CHART, Trends, trends, weakest_first, worth_showing
from coach.screens.progress_cells import NOT_ASKED, SIGNS, course, grades, minutes, points_told, table
from coach.screens.progress_words import Said, Wording, better, compared, drifted, missed_most, not_better
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
    told, columns = _to_work_on(shown, words), trends(shown.done, shown.since)
    return [
        Rule(title, _how_many(shown.done)),
        *_waiting(shown, words),
        *_sentences(shown, told, words),
        *_dimensions(shown, columns, words),
        *_phases(shown, columns),
        *_skills(shown, columns),
        *_asking(shown, columns),
        Gap(),
        Text(_side_by_side(shown, words)),
        *([Text(told.next, "strong")] if told else []),
    ]


def _waiting(shown: Overview, words: Wording) -> list[Block]:
    if not shown.waiting:
        return []
    left = f"A finished round waits: `coach grade {words.name(shown.waiting)}`; since last time leaves it out."
    return [Text(left, "accent")]


def _to_work_on(shown: Overview, words: Wording) -> Said | None:
    """The second sentence, with the command that the page ends with."""
    if shown.since:
        return not_better(shown.since, words)
    now = shown.done[-1]
    weakest = next((gap.name for gap in shown.weak.dimensions if gap.name in now.dimensions), "")
    return missed_most(now, weakest, words) if weakest else None


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


def _sentences(shown: Overview, told: Said | None, words: Wording) -> list[Block]:
    second = [told.told] if told else []
    if found := shown.since:
        page: list[Block] = [Text(line, "strong") for line in (better(found), *second)]
        apart = parting(found.before, found.now)
        return [*page, *([Text(apart)] if apart else []), Text(compared(found, words), "dim")]
    now = shown.done[-1]
    day = words.day(now.known.started)
    if len(shown.done) == 1:
        first = (
            f"One round, {now.known.scenario} on {day}, is too little to show a change. A second one, on this or "
            "another question, does: `coach practice`."
        )
    else:
        first = f"No round before that of {day} asked for the same, so what changed cannot be told."
    return [Text(line, "strong") for line in (first, *second)]


def _dimensions(shown: Overview, columns: Trends, words: Wording) -> list[Block]:
    found = columns.dimensions()
    rows = [[trend.short, *course(trend), grades(columns, trend.name)] for trend in found]
    blocks = _section(shown, "Dimensions", ("dimension", "trend", "before", "now", "own grades"), rows)
    if len(columns.last) > 1:
        signs = f"{SIGNS[0]} no point of it, {SIGNS[-1]} all, {NOT_ASKED} not asked for"
        blocks.append(Text(f"A sign is a round, oldest first: {signs}.", "dim"))
    return [*blocks, *(Text(line, hang=2) for line in drifted(shown.drifts, words))]


def _phases(shown: Overview, columns: Trends) -> list[Block]:
    rows = [[trend.short, *course(trend), *minutes(columns, trend.name)] for trend in columns.phases()]
    heads = ("phase", "trend", "before", "now", "min before", "min now")
    return _section(shown, "Phases", heads, rows, right=(2, 3, 4, 5))


def _skills(shown: Overview, columns: Trends) -> list[Block]:
    found = columns.skills()
    chosen = weakest_first(found, shown.weak) if shown.scenario else worth_showing(found, shown.weak)
    weak = {gap.name: f"{gap.rounds} of {gap.asked}" for gap in shown.weak.skills if gap.rounds}
    rows = [[trend.short, *course(trend), weak.get(trend.name, "")] for trend in chosen]
    blocks = _section(shown, "Skills", ("skill", "trend", "before", "now", "missed in"), rows)
    if left := len(found) - len(chosen):
        blocks.append(Text(f"The weakest, and what gained most; {left} more: `coach progress --json`.", "dim"))
    return blocks


def _asking(shown: Overview, columns: Trends) -> list[Block]:
    """Linchpins asked for, help received and cards retained."""
    pins = columns.of("", "linchpins asked for", lambda one, _: one.asked if one.asked.of else None)
    rows = [[pins.short, *course(pins)]] if any(pins.points) else []
    two = [attempt.known if attempt else None for attempt in (columns.before, columns.now)]
    rows += [
        ["hints taken", "", *("" if known is None else str(known.hints) for known in two)],
        ["topics shown", "", *("" if known is None else str(known.shown) for known in two)],
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


def _side_by_side(shown: Overview, words: Wording) -> str:
    if found := shown.since:
        names = " ".join(words.name(one.known.session) for one in (found.before, found.now))
        return f"Both rounds side by side{', point by point' if found.one_question else ''}: `coach diff {names}`."
    return f"The round point by point: `coach show {words.name(shown.done[-1].known.session)}`."
