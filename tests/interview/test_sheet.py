"""The sheet of a round."""

from coach.content.library import Library
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
