"""Two graded rounds on one page."""

from datetime import timedelta
from typing import Any

import pytest

from coach.content.library import Library
from coach.interview.briefing import brief_of
from coach.interview.comparison import pairs
from coach.interview.plan import PlannedStep
from coach.interview.session import Session
from coach.interview.shares import common
from coach.interview.unlike import unlike
from coach.screens.comparison_page import comparison_page
from coach.terminal.layout import lines
from tests.builders import FOUR
from tests.pinned import Round

SCALE = (PlannedStep("scope", "Scope", ("clarify",), 600), PlannedStep("rest", "Rest", ("high-level", "deep-dive"), 60))


def shown(then: Session, now: Session, *, same: bool = True, width: int = 80, practice: str = "pinned") -> list[str]:
    """The page of two rounds as lines."""
    if then.started_at:
        then.started_at -= timedelta(days=2)
    found = pairs(then, now, {}) if same else None
    different = unlike(brief_of(then, then), brief_of(now, now))
    shared = common(then, now, {}) if same else None
    page = comparison_page(then, now, found, shared, different, ("aaaa", "bbbb"), practice)
    return [line for block in page for line in lines(block, width, lambda picture: [])]


def first(library: Library, **changes: Any) -> Session:
    """A round that made the path and missed the rest."""
    played = Round(**changes).note("which languages", 30).to(1).note("user -> llm").end(path=(2,))
    return graded(library, played, 3, **changes)


def second(library: Library, **changes: Any) -> Session:
    """A round that missed the path and made the cut-off."""
    played = Round(**changes).note("cutoff at 85 %", 42).to(1).note("boxes", 100).end(cutoff=(1,))
    return graded(library, played, 2, **changes)


def graded(library: Library, played: Round, grade: int, *, grades: bool = True, **_: Any) -> Session:
    """The session after grading; a first look gets no grade."""
    if grades:
        played.add("dimension", dimension="flow", grade=grade)
    return played.graded(library)


def text(page: list[str]) -> str:
    return " ".join(" ".join(page).split())


def test_what_changed_is_seen_in_the_first_lines(library: Library) -> None:
    top = text(shown(first(library), second(library))[:20])
    assert "then 2026-11-19" in top
    assert "now 2026-11-21" in top
    assert "1 made now, 1 then, of 5 asked for in both: 1 gained, 1 lost, 3 missed both times." in top
    assert "Down flow 3 → 2" in top
    assert "Deep dive 0/2 → 1/2 00:00 → 00:00 of 20:00" in top
    assert "numbers - 0/1 → 1/1" in top
    assert "Done differently" not in top


def test_the_points_come_in_groups_with_both_notes_side_by_side(library: Library) -> None:
    page = shown(first(library), second(library))
    heads = [line.split("─")[2].strip() for line in page if line.startswith("──")]
    assert heads == ["Diff · pinned", "Made then, missed now", "Made now, not then", "Missed both times"]
    at = page.index(" One path (design)")
    assert page[at + 1].startswith("   then  00:41 “user -> llm”    ")
    assert page[at + 1].endswith("   now   no note comes near")
    assert page[at + 2] == "   Say: “User, search, model.”"


def test_a_point_without_a_note_near_it_in_either_takes_one_line(library: Library) -> None:
    page = shown(first(library), second(library))
    assert page[page.index(" An embedder across languages (deep dive)") + 1] == "   no note comes near, then or now"


def test_in_a_narrow_window_the_notes_stand_below_each_other(library: Library) -> None:
    page = shown(first(library), second(library), width=60)
    at = page.index(" One path (design)")
    assert page[at + 1 : at + 3] == ["   then  00:41 “user -> llm”", "   now   no note comes near"]
    assert all(len(line) <= 60 for line in page)


def test_what_was_done_differently_comes_before_any_count(library: Library) -> None:
    page = shown(first(library, level="mid"), second(library, interviewer="tough"))
    said = next(at for at, line in enumerate(page) if "Done differently" in line)
    assert said < next(at for at, line in enumerate(page) if "Points" in line)
    assert "level mid → senior · interviewer quiet → tough." in text(page)
    assert any("Graded now only, above the level of the other round" in line for line in page)


def test_it_ends_with_the_heaviest_point_missed_both_times_and_a_command(library: Library) -> None:
    page = shown(first(library), second(library))
    *_, line, command = page
    said = "Next: the heaviest point missed both times: A labelled set that blocks a release. Say: "
    assert said in text(page[-4:])
    assert (line, command) == (
        "   Say: “300 labels block a release.”",
        "   coach practice --phase tradeoffs --from bbbb",
    )
    gone = shown(first(library), second(library), practice="")
    assert gone[-1] == "   coach practice"


def test_where_nothing_was_missed_the_next_thing_is_another_question(library: Library) -> None:
    names = ("asks_cost", "cutoff", "path", "gate", "embedder")
    all_made = Round().note("all").end(**dict.fromkeys(names, (1,))).graded(library)
    page = shown(first(library), all_made)
    assert page[-3].startswith(" Next: nothing of the level was missed now.")
    assert page[-1] == "   coach practice"


def test_two_questions_have_no_points_side_by_side(library: Library) -> None:
    page = shown(first(library), second(library), same=False)
    assert "They are two questions, so no points stand side by side." in text(page)
    assert "1 of 5 made now, 1 of 5 then." in text(page)
    assert len([line for line in page if line.startswith("──")]) == 1
    assert page[-4].startswith(" Next: the heaviest point missed now, of eval: ")


def test_two_formats_without_a_common_step_are_compared_by_phase(library: Library) -> None:
    page = text(shown(first(library), second(library, format="scale", steps=SCALE)))
    assert "Rest - → 1/3 - → 01:50 of 01:00" in page
    assert "high level 1/1 → " in page
    assert "phase points then → now" not in text(shown(first(library), second(library, steps=FOUR[:3])))


def test_what_one_round_did_not_play_is_listed_short(library: Library) -> None:
    page = shown(first(library), second(library, steps=FOUR[:1]))
    at = next(n for n, line in enumerate(page) if "the other round did not play that step" in line)
    assert page[at + 1 : at + 3] == [
        " ✓ One path: 00:41 “user -> llm”",
        " · Takes the cut-off for answering from costs: missed",
    ]
    rows = [line.split()[0] for line in page if " of 0" in line or " → -" in line]
    assert rows.index("Clarify") < rows.index("Tradeoffs")


def test_two_first_looks_have_points_and_no_grades(library: Library) -> None:
    page = text(shown(first(library, grades=False), second(library, grades=False)))
    assert "dimension points then → now" in page
    assert "Score" not in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"mark": "said", "line": "300 labels"}, "said, not written: “300 labels”"),
        ({"mark": "not-mine", "reason": "no release"}, "not in this design: no release"),
    ],
)
def test_what_was_said_or_left_out_is_told_in_its_words(library: Library, data: dict[str, str], words: str) -> None:
    now = Round().note("a").end().add("mark", point="gate", **data).graded(library)
    assert words in text(shown(first(library), now, width=60))


def test_points_above_the_level_are_counted_apart(library: Library) -> None:
    then = Round(level="mid").note("all").end(embedder=(1,), path=(1,)).graded(library)
    now = Round(level="mid").note("all").end(path=(1,)).graded(library)
    counted = "1 made now, 1 then, of 4 asked for in both: 0 gained, 0 lost, 3 missed both times; 1 above the level"
    assert f"{counted} not claimed now." in text(shown(then, now))
    assert f"{counted} claimed now only." in text(shown(now, then))


def test_tables_count_what_both_rounds_asked_for(library: Library) -> None:
    alone = second(library, steps=FOUR[2:3], base="older", skipped=("clarify", "high-level"))
    page = text(shown(first(library), alone))
    assert "Deep dive 0/2 → 1/2" in page
    assert "0/1 → -" not in page


def test_grades_that_rose_while_points_fell_are_told(library: Library) -> None:
    then, now = Round().note("all").end(path=(1,)), Round().note("all").end()
    page = text(shown(graded(library, then, 2), graded(library, now, 3))[:12])
    assert "Note Own grades went up while fewer points were confirmed." in page


def test_hints_are_told_for_both(library: Library) -> None:
    now = Round().note("a").add("hint", point="path", text="And then?", step=0).note("b").end(path=(2,)).graded(library)
    page = text(shown(first(library), now, width=60))
    assert "help none → once" in page
    assert "Help now: And then?" in page
    assert "now after its hint, " in page
