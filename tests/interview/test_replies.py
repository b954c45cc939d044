"""What became of what the interviewer brought up."""

from typing import Any

from coach.content.library import Library
from coach.interview.replies import Subject, dealt_with, met_by
from tests.pinned import Round, facts

SUBJECT = Subject(("tax & refus*",), ("gate",))
REMARK = "A question on tax came through. What would have stopped it?"


def _met(library: Library, played: Round, subject: Subject = SUBJECT) -> dict[str, Any]:
    session = played.fold()
    (said, *_) = [said for said in session.said if said.what == "linchpin"]
    return met_by(session, said, subject, facts(library))


def test_a_reply_is_read_together_with_the_remark(library: Library) -> None:
    played = Round().note("a").remark("linchpin", text=REMARK).note("a classifier refuses them", 30)
    assert _met(library, played.end()) == {"at_s": 20, "met_s": 30, "before": False, "further": False, "reply": 0}


def test_only_the_first_notes_up_to_the_next_remark_are_a_reply(library: Library) -> None:
    played = Round().remark("linchpin", text=REMARK).note("hm").remark("probe", text="And?")
    assert _met(library, played.note("we refuse it").end())["met_s"] is None
    played = Round().remark("linchpin", text=REMARK).note("hm").note("well").note("so").note("we refuse it")
    assert _met(library, played.note("a tax question is refused").end())["met_s"] == 50


def test_a_note_soon_after_may_be_a_reply_and_a_question_or_a_late_one_is_none(library: Library) -> None:
    def reply(played: Round) -> int:
        return int(_met(library, played.end())["reply"])

    assert reply(Round().remark("linchpin", text=REMARK).note("which ones?").note("nothing did", 60)) == 2
    assert reply(Round().remark("linchpin", text=REMARK).note("nothing did", 130)) == 0


def test_what_a_note_or_a_confirmed_point_dealt_with_before_is_said_so(library: Library) -> None:
    by_pattern = Round().note("tax is refused").remark("linchpin", text=REMARK).end()
    by_point = Round().note("all of it blocked").remark("linchpin", text=REMARK).end(gate=(1,))
    assert [_met(library, played)["before"] for played in (by_pattern, by_point)] == [True, True]
    assert dealt_with(by_point.fold(), SUBJECT, facts(library))
    assert not dealt_with(Round().note("all of it blocked").end().fold(), SUBJECT, facts(library))


def test_at_the_next_level_the_remark_lends_a_reply_no_words(library: Library) -> None:
    played = Round().note("tax is refused")
    played.add("interviewer", 10, what="linchpin", text=REMARK, id="cost", further=True).note("we refuse it")
    found = _met(library, played.end())
    assert (found["further"], found["met_s"], found["reply"]) == (True, None, 2)
