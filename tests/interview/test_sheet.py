"""The sheet of a round."""

from coach.content.library import Library
from coach.interview.earlier import Earlier, EarlierNote
from coach.interview.sheet import Assumed, sheet
from tests.pinned import Round, pinned


def test_the_sheet_holds_what_was_told_assumed_and_scoped(library: Library) -> None:
    played = Round().told("cost").told("cost").note("assume aws").note("scope: docs only, no refunds")
    found = sheet(played.fold(), pinned(library))
    assert found.told == ("wrong $40, missing $6",)
    assert found.assumed == (Assumed(3, "aws"),)
    assert (found.inside, found.outside) == (("docs only",), ("refunds",))


def test_what_was_taken_back_leaves_the_sheet(library: Library) -> None:
    played = Round().told("cost").note("assume aws")
    played.add("untold", fact="cost").add("drop", note=2)
    found = sheet(played.fold(), pinned(library))
    assert (found.told, found.assumed) == ((), ())


def test_a_question_that_was_answered_assumes_nothing(library: Library) -> None:
    assert sheet(Round().told("languages", "can we assume english").fold(), pinned(library)).assumed == ()


def test_what_was_told_and_assumed_in_the_round_that_is_redone_stands_first(library: Library) -> None:
    notes = [EarlierNote("Clarify", ("clarify",), 7.0, text) for text in ("assume aws", "can we assume english?")]
    played = Round(base="older", earlier=Earlier("2026-11-14T18:00:00.000Z", ("cost",), tuple(notes)))
    found = sheet(played.told("languages").told("cost").note("assume 2 regions").fold(), pinned(library))
    assert found.told == ("wrong $40, missing $6", "3 in 10 ask in German")
    assert found.assumed == (Assumed(0, "aws"), Assumed(3, "2 regions"))
