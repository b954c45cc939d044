"""The figures of a graded round."""

from coach.content.library import Library
from coach.interview.figures import figures
from coach.interview.plan import PlannedStep
from tests.builders import FOUR
from tests.pinned import Round, facts, pinned


def _figures(library: Library, played: Round) -> dict[str, object]:
    return figures(played.fold(), pinned(library), facts(library))


def _ids(entries: object) -> list[str]:
    assert isinstance(entries, list)
    return [entry["id"] for entry in entries]


def test_linchpins_are_asked_for_came_back_or_never_came(library: Library) -> None:
    played = Round().told("cost").to(2).remark("linchpin", "languages").note("a multilingual embedder", 40).end()
    pins = _figures(library, played)["linchpins"]
    assert isinstance(pins, dict)
    assert (pins["of"], pins["asked"], pins["late"]) == (2, ["cost"], [])
    assert [(fact["id"], fact["met_s"]) for fact in pins["back"]] == [("languages", 40)]
    assert (pins["met"], pins["never"]) == ([], [])


def test_a_linchpin_that_came_back_is_met_only_by_a_note_after_it(library: Library) -> None:
    played = Round().to(2).note("multilingual").remark("linchpin", "languages").note("user -> llm").end()
    pins = _figures(library, played)["linchpins"]
    assert isinstance(pins, dict)
    assert [fact["met_s"] for fact in pins["back"]] == [None]


def test_a_linchpin_is_met_by_a_note_confirmed_for_the_point_it_leads_to(library: Library) -> None:
    played = Round().to(2).remark("linchpin", "languages").note("labse for all of them", 30).end(embedder=(1,))
    pins = _figures(library, played)["linchpins"]
    assert isinstance(pins, dict)
    assert [fact["met_s"] for fact in pins["back"]] == [30]


def test_asked_after_it_came_back_is_not_asked(library: Library) -> None:
    pins = _figures(library, Round().to(3).remark("linchpin", "cost").told("cost").end())["linchpins"]
    assert isinstance(pins, dict)
    assert (pins["asked"], _ids(pins["back"])) == ([], ["cost"])


def test_asked_after_clarifying_is_late_and_a_topic_shown_before_is_help(library: Library) -> None:
    pins = _figures(library, Round().told("cost", helped=True).to(1).told("languages").end())["linchpins"]
    assert isinstance(pins, dict)
    assert (pins["asked"], pins["late"], pins["helped"]) == (["cost", "languages"], ["languages"], ["cost"])


def test_a_linchpin_dealt_with_unasked_is_not_one_that_never_came(library: Library) -> None:
    pins = _figures(library, Round().to(2).note("multilingual embedder").end())["linchpins"]
    assert isinstance(pins, dict)
    assert (pins["met"], _ids(pins["never"])) == (["languages"], ["cost"])


def test_facts_handed_over_on_paper_could_not_be_asked_for(library: Library) -> None:
    assert _figures(library, Round(steps=FOUR[2:], skipped=("clarify",)).end())["linchpins"] is None


def test_curveballs_and_probes_are_answered_by_the_first_note_on_them(library: Library) -> None:
    played = Round().to(2).remark("probe", "answer-1").note("below the cutoff", 20)
    played.remark("curveball", "outage").note("hm", 5).note("top 3 links", 30).end()
    found = _figures(library, played)
    assert found["probes"] == {"asked": 1, "met": 1, "unsure": []}
    (ball,) = found["curveballs"]  # type: ignore[misc]
    assert (ball["id"], ball["at_s"], ball["met_s"], ball["before"], ball["reply"]) == ("outage", 41, 35, False, 0)


def test_a_note_confirmed_for_its_point_answers_a_curveball_too(library: Library) -> None:
    played = Round().to(3).remark("curveball", "outage").note("we rehearse it", 25).end(gate=(1,))
    assert [ball["met_s"] for ball in _figures(library, played)["curveballs"]] == [25]  # type: ignore[attr-defined]


def _pace(library: Library, played: Round) -> dict[str, float | None]:
    found = _figures(library, played)["pace"]
    assert isinstance(found, dict)
    return found


def test_a_number_that_was_given_is_not_an_own_one(library: Library) -> None:
    played = Round().told("cost").note("so wrong is $40").note("40 agents").note("2 lists").note("4 GB, one node").end()
    assert _pace(library, played)["number_s"] == 50


def test_a_number_in_a_question_is_not_an_own_one(library: Library) -> None:
    assert _pace(library, Round().note("more than 50 a second?").end())["number_s"] is None


def test_the_first_tradeoff_is_the_first_note_that_weighs(library: Library) -> None:
    played = Round().note("bm25").note("bm25 vs dense").note("cost vs recall").end()
    assert _pace(library, played)["tradeoff_s"] == 20


def test_silence_runs_from_the_end_of_a_note_to_the_next_key(library: Library) -> None:
    played = Round().note("a", 10)
    played.add("alive", 30)
    played.note("b", 30, began="2026-11-21T10:15:50Z").note("c", 5).end()
    found = _pace(library, played)
    assert (found["silence_s"], found["silence_at_s"]) == (40, 10)


def test_late_is_what_was_confirmed_by_notes_after_its_phases(library: Library) -> None:
    played = Round().to(1).note("user -> llm").to(3).note("labels block it").note("cutoff 85").end
    assert _figures(library, played(path=(1,), gate=(2,), cutoff=(3,)))["late"] == ["cutoff"]


def test_one_step_for_everything_knows_no_late(library: Library) -> None:
    whole = PlannedStep("all", "All", ("clarify", "high-level", "deep-dive", "tradeoffs"), 300)
    assert _figures(library, Round(steps=(whole,)).note("cutoff 85").end(cutoff=(1,)))["late"] == []


def test_told_and_never_used_is_what_no_later_note_uses(library: Library) -> None:
    played = Round().note("cutoff early").told("cost", "wrong costs $40?").told("volume").note("one node").end()
    assert _ids(_figures(library, played)["unused"]) == ["cost"]


def test_a_fact_told_twice_is_asked_about_once(library: Library) -> None:
    assert _ids(_figures(library, Round().told("cost").told("cost").end())["unused"]) == ["cost"]


def test_an_assumption_stands_beside_the_line_of_the_sheet_it_touches(library: Library) -> None:
    found = _figures(library, Round().note("assume aws. english only at launch").end())["assumed"]
    assert found == [
        {"note": 1, "text": "english only at launch", "fact": "languages", "sheet": "3 in 10 ask in German"}
    ]


def test_what_had_been_told_before_is_no_assumption(library: Library) -> None:
    assert _figures(library, Round().told("languages").note("assume english only").end())["assumed"] == []
