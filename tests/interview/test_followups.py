"""What the interviewer brings up: bounds, moments, and never what the notes already deal with."""

from collections.abc import Sequence
from typing import Any

import pytest

from coach.content.reading import read
from coach.content.scenario import Scenario
from coach.content.terms import PHASES
from coach.interview.earlier import Earlier, EarlierNote
from coach.interview.followups import QUIET, FollowUps
from coach.interview.plan import PlannedStep
from coach.interview.reader import Reader
from coach.interview.session import Session
from coach.interview.turns import APART
from tests.builders import FOUR, SMALL, Journal, started

TALK = (
    SMALL
    + """\
deep_dives:
  - id: search
    topic: Finding the passages
    options: [{name: hybrid search, gains: a, costs: b, choose_when: c}]
    probes:
      - {ask: "How do two lists become one?", when: ["hybrid"], unless: ["rrf"], next: "Why k of 60?"}
      - {ask: "What does a code find?", when: ["dense"], unless: ["code"]}
  - id: serving
    topic: Two seconds on Monday
    options: [{name: streaming, gains: a, costs: b, choose_when: c}]
    probes:
      - {ask: "What do you buy for the peak?", when: ["model"], unless: ["quota"], about: [who]}
      - {ask: "What keeps them apart?", when: ["tenant*"], unless: ["namespace"], points: [filter]}
curveballs:
  - id: outage
    kind: outage
    say: "The model is down."
    unless: ["second provider"]
    next: "It answers worse. Who sees?"
  - {id: cut, kind: cost, say: "Half the money.", unless: ["cheaper"]}
  - {id: talk, kind: quality, say: "Spanish fails.", about: [lang, who]}
  - {id: boxed, kind: data, say: "Your queue is full.", needs: ["queue"]}
"""
).replace(
    '    match: ["how often", "fresh*"]',
    '    match: ["how often", "fresh*"]\n'
    '    linchpin: {in: deep-dive, unless: ["webhook"], say: "An old price is shown.", next: "The webhook failed."}\n'
    "  - id: who\n    topic: who asks\n    answer: Users are firms.\n    match: [who]\n"
    '    linchpin: {in: deep-dive, needs: ["acl"], say: "A stranger read a price list."}\n'
    "  - id: lang\n    topic: languages\n    answer: Languages are two.\n    match: [lang]\n"
    '    linchpin: {in: deep-dive, say: "German fails."}',
)

A, B, C, D = "one box here", "another box there", "a third arrow", "a fourth arrow"


@pytest.fixture(scope="module")
def followups() -> FollowUps:
    reading = read(TALK, "talk.yaml", Scenario)
    assert not reading.problems
    assert reading.value
    return FollowUps(Reader(reading.value, {}))


def deep(*notes: str, used: int = 400, **changes: Any) -> Journal:
    """A round in its deep dive: the opening question, the notes, and so many seconds in all."""
    changes.setdefault("interviewer", "kind")
    journal = started(**changes).add("step", to=1).add("step", to=2)
    journal.add("interviewer", what="opening", text="Where?")
    for number, text in enumerate(notes, start=1):
        journal.add("note", 1, note=number, text=text)
    return journal.alive(used - len(notes))


def times(session: Session) -> tuple[float, float]:
    return session.used_in(session.step), session.clock()


def said(journal: Journal, what: str, name: str, after: float = 0) -> Journal:
    return journal.add("interviewer", after, what=what, id=name, text=name, note=max(journal.fold().notes, default=0))


def test_the_deep_dive_opens_with_one_question(followups: FollowUps) -> None:
    session = started().add("step", to=2).fold()
    assert (opening := followups.opening(session))
    assert opening.text.startswith("Where would you like")
    assert followups.opening(deep().fold()) is None
    assert followups.opening(started().fold()) is None


def test_a_linchpin_nobody_asked_for_comes_back_after_a_note(followups: FollowUps) -> None:
    session = deep(A, B).fold()
    remark = followups.after_note(session, *times(session))
    assert remark
    assert (remark.what, remark.id, remark.text) == ("linchpin", "rate", "An old price is shown.")


FIRST_LOOK = (PlannedStep("ask", "Ask", ("clarify",), 60), PlannedStep("answer", "Answer", PHASES[1:], 60))


def answer(*notes: str, used: int, **changes: Any) -> Journal:
    """The second minute of a first look: the notes, and so many seconds of it."""
    changes = {"interviewer": "kind", "steps": FIRST_LOOK, "grades": False, **changes}
    journal = started(**changes).add("floor", 10).add("interviewer", what="probe", id="floor-clarify-1", text="What?")
    journal.add("step", 1, to=1)
    for number, text in enumerate(notes, start=1):
        journal.add("note", 1, note=number, text=text, step=1)
    return journal.alive(used - len(notes))


def brought_up(followups: FollowUps, journal: Journal) -> str:
    """What the interviewer would say after the last note."""
    session = journal.fold()
    remark = followups.after_note(session, *times(session))
    return remark.what if remark else ""


@pytest.mark.parametrize(("used", "what"), [(14, ""), (15, "linchpin"), (40, "linchpin"), (41, ""), (61, "linchpin")])
def test_in_a_first_look_one_note_and_a_quarter_of_the_step_bring_a_linchpin_back(
    followups: FollowUps, used: int, what: str
) -> None:
    assert brought_up(followups, answer(A, used=used)) == what
    assert brought_up(followups, answer(A, B, used=used, grades=True)) == ""


def test_a_step_of_a_first_look_has_one_linchpin(followups: FollowUps) -> None:
    journal = said(answer(A, used=15), "linchpin", "rate").add("note", 22, note=2, text=B, step=1)
    assert brought_up(followups, journal.add("note", 1, note=3, text=C, step=1)) == ""


@pytest.mark.parametrize("grades", [True, False])
@pytest.mark.parametrize(
    ("used", "quiet", "comes"), [(30, 19, False), (30, 20, True), (41, 20, False), (62, 20, False)]
)
def test_a_silence_of_a_third_of_the_step_is_long_in_a_first_look(
    followups: FollowUps, used: int, quiet: float, comes: bool, grades: bool
) -> None:
    journal = answer("hybrid search", used=used, grades=grades)
    for name in ("rate", "who", "lang"):
        journal.add("interviewer", what="answer", id=name, text="x")
    session = journal.fold()
    assert (followups.after_silence(session, *times(session), quiet) is not None) == (comes and not grades)


def test_in_a_first_look_a_silence_before_the_first_note_is_none_and_after_it_brings_the_linchpin(
    followups: FollowUps,
) -> None:
    journal = answer(used=30).add("note", 0, note=1, text="hybrid search", step=0)
    session = journal.fold()
    assert followups.after_silence(session, *times(session), 25) is None
    session = answer("hybrid search", used=30).fold()
    assert (remark := followups.after_silence(session, *times(session), 25))
    assert remark.what == "linchpin"


def test_what_was_asked_for_does_not_come_back(followups: FollowUps) -> None:
    journal = deep(A, B).add("interviewer", what="answer", id="rate", text="x")
    session = journal.fold()
    remark = followups.after_note(session, *times(session))
    assert remark
    assert remark.id == "lang", "`who` needs a note on acl"


def test_what_the_notes_deal_with_comes_back_as_its_next_level_or_not(followups: FollowUps) -> None:
    session = deep("webhook on publish", B).fold()
    remark = followups.after_note(session, *times(session))
    assert remark
    assert remark.further
    assert remark.text == "The webhook failed."


def test_nothing_is_asked_about_what_is_not_there(followups: FollowUps) -> None:
    journal = deep("acl filter", B)
    for name in ("rate", "lang"):
        journal.add("interviewer", what="answer", id=name, text="x")
    session = journal.fold()
    assert (remark := followups.after_note(session, *times(session)))
    assert remark.id == "who"
    journal = deep("filter pages", B)
    for name in ("rate", "lang"):
        journal.add("interviewer", what="answer", id=name, text="x")
    session = journal.fold()
    assert followups.after_note(session, *times(session)) is None


def test_at_most_two_linchpins_come_back(followups: FollowUps) -> None:
    journal = deep("acl for each page", B, used=300)
    said(journal, "linchpin", "rate").alive(400).add("note", 1, note=3, text=C).add("note", 1, note=4, text=D)
    session = journal.fold()
    assert (second := followups.after_note(session, *times(session)))
    assert second.id == "who"
    said(journal, "linchpin", "who").add("note", 1, note=5, text=C).add("note", 1, note=6, text=D).alive(200)
    session = journal.fold()
    assert followups.after_note(session, *times(session)) is None
    assert (floor := followups.on_floor(session, times(session)[0]))
    assert floor.what == "probe"


def test_the_person_gets_to_answer_before_the_next_surprise(followups: FollowUps) -> None:
    journal = deep("acl for each page", B, used=300)
    said(journal, "linchpin", "rate").alive(400).add("note", 1, note=3, text=C)
    session = journal.fold()
    assert followups.after_note(session, *times(session)) is None


def test_a_remark_without_a_reply_is_not_buried_by_the_next(followups: FollowUps) -> None:
    journal = said(deep("search", "hybrid with dense", used=20), "curveball", "outage").add("floor", 1)
    assert followups.on_floor(journal.fold(), 0) is None
    remark = followups.on_floor(journal.add("floor", 1).fold(), 0)
    assert remark
    assert remark.id == "search-1"


def test_hm_is_no_note_that_a_surprise_follows(followups: FollowUps) -> None:
    session = deep("hmm", "ok").fold()
    assert followups.after_note(session, *times(session)) is None


def test_what_a_note_rules_out_is_not_asked_about(followups: FollowUps) -> None:
    session = deep("search", "no hybrid search, words only", used=20).fold()
    remark = followups.on_floor(session, 0)
    assert remark
    assert remark.id.startswith("floor-")


def test_the_topics_that_were_named_are_no_note_on_them(followups: FollowUps) -> None:
    session = deep("hybrid search, then serving", used=20).fold()
    remark = followups.on_floor(session, 0)
    assert remark
    assert remark.id == "serving-turn"


def test_what_the_first_note_of_the_deep_dive_already_says_is_not_asked(followups: FollowUps) -> None:
    session = deep("rrf with k 60 joins both lists", "hybrid search", used=20).fold()
    remark = followups.on_floor(session, 0)
    assert remark
    assert (remark.id, remark.text) == ("search-1", "Why k of 60?")


def test_who_begins_to_answer_has_named_no_topic_and_is_followed_up(followups: FollowUps) -> None:
    session = deep("dense vectors of 1024 floats on one machine, finding neighbours in memory", used=20).fold()
    remark = followups.on_floor(session, 0)
    assert remark
    assert remark.id == "search-2"


def test_a_probe_waits_until_the_facts_it_gives_away_were_told(followups: FollowUps) -> None:
    journal = deep("serving", "a model that streams", used=20)
    remark = followups.on_floor(journal.fold(), 0)
    assert remark
    assert remark.id.startswith("floor-")
    journal = started(interviewer="kind").add("interviewer", what="answer", id="who", text="Firms.")
    journal.add("step", to=2).add("interviewer", what="opening", text="Where?")
    journal.add("note", 1, note=1, text="serving").add("note", 1, note=2, text="a model that streams")
    remark = followups.on_floor(journal.fold(), 0)
    assert remark
    assert remark.id == "serving-1"


def test_a_curveball_and_the_linchpin_of_its_fact_never_both_come(followups: FollowUps) -> None:
    journal = deep(A, B, curveballs=(("talk", 1000),))
    remark = followups.after_note(journal.fold(), 400, 1300)
    assert remark
    assert remark.id == "talk"
    said(journal, "curveball", "talk").add("note", 1, note=3, text=C).add("note", 1, note=4, text=D).alive(600)
    for name in ("rate",):
        journal.add("interviewer", what="answer", id=name, text="x")
    session = journal.fold()
    assert followups.after_note(session, *times(session)) is None


def test_a_question_is_no_note_on_the_design(followups: FollowUps) -> None:
    journal = deep(A, "is there a webhook?")
    journal.add("interviewer", what="nothing", text="x", note=2).add("note", note=3, text=C)
    session = journal.fold()
    remark = followups.after_note(session, *times(session))
    assert remark
    assert not remark.further


def test_a_curveball_comes_when_its_time_has_come_and_never_in_the_first_step(followups: FollowUps) -> None:
    balls = {"curveballs": (("outage", 1200),)}
    early, due = deep(A, B, used=100, **balls).fold(), deep(A, B, used=320, **balls).fold()
    assert followups.after_note(early, *times(early)) is None
    remark = followups.after_note(due, *times(due))
    assert remark
    assert (remark.what, remark.text) == ("curveball", "The model is down.")
    first = started(interviewer="kind", curveballs=(("outage", 10),)).add("note", 1, note=1, text=A)
    session = first.add("note", note=2, text=B).alive(200).fold()
    assert followups.after_note(session, *times(session)) is None


def test_a_curveball_that_a_step_overtook_still_comes(followups: FollowUps) -> None:
    journal = deep(A, used=10, curveballs=(("outage", 1200),)).add("step", to=3).alive(int(APART))
    session = journal.add("note", note=2, text=B).add("note", note=3, text=C).fold()
    assert (remark := followups.after_note(session, *times(session)))
    assert remark.id == "outage"


def test_a_curveball_is_never_deaf(followups: FollowUps) -> None:
    def thrown(name: str, *notes: str) -> str:
        journal = deep(*notes, A, curveballs=((name, 1000),), used=290)
        session = journal.fold()
        remark = followups.after_note(session, *times(session))
        return remark.text if remark else ""

    assert thrown("outage", "a second provider") == "It answers worse. Who sees?"
    assert thrown("cut", "a cheaper model") == ""
    assert thrown("boxed", "a cache") == ""
    assert thrown("boxed", "a queue of pages") == "Your queue is full."
    assert thrown("gone", "an older file") == "", "a curveball that only an older copy knows"


def test_nothing_new_in_the_last_minute_of_a_step(followups: FollowUps) -> None:
    session = deep(A, B, used=1150).fold()
    assert followups.after_note(session, *times(session)) is None


def test_never_twice_within_ninety_seconds(followups: FollowUps) -> None:
    journal = said(deep("hybrid search", "acl for each page", used=700), "linchpin", "rate").add(
        "note", 1, note=3, text=C
    )
    session = journal.fold()
    assert followups.after_note(session, *times(session)) is None
    assert followups.after_silence(session, *times(session), QUIET) is None
    assert followups.on_floor(session, times(session)[0]), "unless the floor is handed over"


def test_a_probe_waits_for_forty_five_seconds_without_a_key(followups: FollowUps) -> None:
    session = deep("search", "hybrid", used=200).fold()
    assert followups.after_silence(session, *times(session), QUIET - 1) is None
    remark = followups.after_silence(session, *times(session), QUIET)
    assert remark
    assert (remark.what, remark.text, remark.note) == ("probe", "How do two lists become one?", 2)


def test_a_probe_gives_way_to_a_linchpin_that_is_due(followups: FollowUps) -> None:
    session = deep("hybrid search", B).fold()
    assert followups.after_silence(session, *times(session), QUIET) is None
    remark = followups.after_note(session, *times(session))
    assert remark
    assert remark.what == "linchpin"


def test_a_remark_without_a_reply_is_not_followed_by_another(followups: FollowUps) -> None:
    session = said(deep("hybrid", "dense"), "probe", "search-1").alive(300).fold()
    assert followups.after_silence(session, *times(session), 300) is None


def test_probes_follow_the_topics_that_were_named(followups: FollowUps) -> None:
    session = deep("serving first, then search", "hybrid with a model").fold()
    remark = followups.on_floor(session, 0)
    assert remark
    assert remark.id == "search-1", "what serving would ask gives away who asks"
    session = deep("search", "hybrid with a model").fold()
    assert (remark := followups.on_floor(session, 0))
    assert remark.id == "search-1"


def test_a_probe_that_was_answered_comes_as_its_next_level_or_not_at_all(followups: FollowUps) -> None:
    session = deep("search", "hybrid with rrf").fold()
    remark = followups.on_floor(session, 0)
    assert remark
    assert remark.further
    assert remark.text == "Why k of 60?"
    session = deep("search", "dense, codes go to bm25").fold()
    assert (remark := followups.on_floor(session, 0))
    assert remark.id.startswith("floor-")


def test_handed_the_floor_it_moves_on_to_what_was_named_and_ends_in_silence(followups: FollowUps) -> None:
    journal = deep("search, then serving", used=20)
    heard = []
    for _ in range(9):
        session = journal.add("floor", 1).fold()
        if remark := followups.on_floor(session, 0):
            heard.append(remark.text)
            journal.add("interviewer", 1, **remark.data())
    assert heard[0] == "You also named “serving”. How do you do that?"
    assert len(heard) == len(set(heard)) == 3
    assert journal.fold().unasked == [], "what was handed over is asked for"


def test_a_quiet_interviewer_brings_nothing_up_unless_asked(followups: FollowUps) -> None:
    session = deep("hybrid search", B, interviewer="quiet", curveballs=(("outage", 1000),)).alive(200).fold()
    assert followups.after_note(session, *times(session)) is None
    assert followups.after_silence(session, *times(session), 100) is None
    assert (remark := followups.on_floor(session, times(session)[0]))
    assert remark.what == "probe"


@pytest.mark.parametrize(("interviewer", "bound"), [("kind", 8), ("tough", 12)])
def test_each_manner_has_its_bound(followups: FollowUps, interviewer: str, bound: int) -> None:
    journal = deep(A, B, interviewer=interviewer)
    for number in range(bound - 1):
        said(journal, "probe", f"x-{number}", 1)
    session = journal.alive(120).fold()
    assert followups.after_note(session, *times(session))
    session = said(journal, "probe", "one-more").alive(120).fold()
    assert followups.after_note(session, *times(session)) is None


def test_it_asks_for_a_last_sentence_once(followups: FollowUps) -> None:
    journal = started()
    assert (remark := followups.closing(journal.fold(), over=True))
    assert remark.text.startswith("That's our time.")
    assert (early := followups.closing(journal.fold(), over=False))
    assert "time" not in early.text
    assert followups.closing(journal.add("interviewer", **remark.data()).fold(), over=True) is None


def test_the_topic_named_first_comes_first_until_a_note_is_made(followups: FollowUps) -> None:
    journal = started(interviewer="kind").add("step", to=1).add("note", note=1, text="a hybrid index with a model")
    journal.add("interviewer", what="answer", id="who", text="Firms.").add("step", to=2)
    journal.add("interviewer", what="opening", text="Where?", note=1)
    session = journal.add("note", 1, note=2, text="serving, then search").fold()
    remark = followups.on_floor(session, 0)
    assert remark
    assert remark.id == "serving-1"
    session = journal.add("note", 1, note=3, text="dense vectors find it").fold()
    remark = followups.on_floor(session, 0)
    assert remark
    assert remark.id == "search-2"


def test_one_linchpin_is_kept_for_a_later_step_that_has_its_own() -> None:
    german = 'linchpin: {in: deep-dive, say: "German fails."}'
    text = TALK.replace(german, 'linchpin: {in: tradeoffs, say: "It fails."}')
    reading = read(text, "talk.yaml", Scenario)
    assert reading.value
    followups = FollowUps(Reader(reading.value, {}))
    journal = deep("acl for each page", B, used=300)
    said(journal, "linchpin", "rate").add("note", 1, note=3, text=C).add("note", 1, note=4, text=D).alive(400)
    session = journal.fold()
    assert followups.after_note(session, *times(session)) is None
    journal.add("step", to=3).add("note", 1, note=5, text=A).add("note", 1, note=6, text=B).alive(200)
    session = journal.fold()
    remark = followups.after_note(session, *times(session))
    assert remark
    assert remark.text == "It fails."


def in_one_step(*notes: str, used: int, seconds: int, phases: tuple[str, ...] = ("deep-dive",), **of: Any) -> Session:
    """A round whose second step is the one to look at, so many seconds into it."""
    steps = (FOUR[0], PlannedStep("one", "One", phases, seconds, **of))
    journal = started(steps=steps, interviewer="tough").add("step", to=1)
    for number, text in enumerate(notes, start=1):
        journal.add("note", 1, note=number, text=text)
    return journal.alive(used - len(notes)).fold()


def test_a_short_step_or_one_with_topics_of_its_own_is_not_asked_where_to_go_deep(followups: FollowUps) -> None:
    assert followups.opening(in_one_step(used=0, seconds=300))
    assert followups.opening(in_one_step(used=0, seconds=240)) is None
    assert followups.opening(in_one_step(used=0, seconds=900, skills=("cost",))) is None
    assert followups.opening(in_one_step(used=0, seconds=900, dimensions=("depth",))) is None


@pytest.mark.parametrize(("used", "probed"), [(60, True), (90, True), (91, False), (119, False), (125, True)])
def test_no_probe_comes_when_a_step_is_as_good_as_over(followups: FollowUps, used: int, probed: bool) -> None:
    session = in_one_step("hybrid search", used=used, seconds=120)
    assert bool(followups.after_silence(session, *times(session), 100.0)) is probed


@pytest.mark.parametrize(("seconds", "used"), [(60, 30), (60, 90), (170, 100), (170, 200)])
def test_a_short_step_has_no_surprise_not_even_when_it_takes_longer(
    followups: FollowUps, seconds: int, used: int
) -> None:
    session = in_one_step(A, B, used=used, seconds=seconds)
    assert followups.after_note(session, *times(session)) is None
    longer = in_one_step(A, B, used=used + 100, seconds=500)
    assert followups.after_note(longer, *times(longer))


@pytest.mark.parametrize(("used", "raised"), [(300, True), (420, True), (421, False), (601, False)])
def test_the_last_three_minutes_of_a_round_are_for_closing(followups: FollowUps, used: int, raised: bool) -> None:
    session = in_one_step(A, B, used=used, seconds=600)
    assert bool(followups.after_note(session, *times(session))) is raised


@pytest.mark.parametrize(("used", "probed"), [(299, False), (300, True)])
def test_who_still_draws_is_not_asked_about_details(followups: FollowUps, used: int, probed: bool) -> None:
    session = in_one_step("hybrid search", used=used, seconds=600, phases=("high-level", "deep-dive"))
    assert bool(followups.after_silence(session, *times(session), 100.0)) is probed


@pytest.mark.parametrize(("quiet", "probed"), [(60.0, False), (79.0, False), (81.0, True)])
def test_who_has_just_begun_a_step_is_left_to_think(followups: FollowUps, quiet: float, probed: bool) -> None:
    steps = (FOUR[0], PlannedStep("a", "A", ("deep-dive",), 600), PlannedStep("b", "B", ("deep-dive",), 600))
    journal = started(steps=steps, interviewer="tough").add("step", to=1).add("note", 1, note=1, text="hybrid search")
    session = journal.add("step", 10, to=2).alive(90).fold()
    assert bool(followups.after_silence(session, *times(session), quiet)) is probed


@pytest.mark.parametrize(("skills", "probed"), [((), True), (("evaluation",), False)])
def test_a_step_with_an_agenda_of_its_own_is_not_asked_about_the_one_before(
    followups: FollowUps, skills: tuple[str, ...], probed: bool
) -> None:
    steps = (
        FOUR[0],
        PlannedStep("a", "A", ("deep-dive",), 600),
        PlannedStep("b", "B", ("deep-dive",), 600, (), skills),
    )
    journal = started(steps=steps, interviewer="tough").add("step", to=1).add("note", 1, note=1, text="hybrid search")
    session = journal.add("step", 10, to=2).add("note", 10, note=2, text="300 labels").alive(90).fold()
    assert bool(followups.after_silence(session, *times(session), 100.0)) is probed


def test_a_question_of_the_phase_is_not_asked_where_it_is_answered(followups: FollowUps) -> None:
    for of, first in ({}, "Take one request"), ({"dimensions": ("choice",)}, "What is the plainest"):
        session = in_one_step(used=10, seconds=600, phases=("high-level",), **of)
        remark = followups.on_floor(session, times(session)[0])
        assert remark
        assert remark.text.startswith(first)
    for note, first in ("5 % first", "What did you give up"), ("gave up account data", "Which number"):
        session = in_one_step(note, used=10, seconds=600, phases=("tradeoffs",))
        remark = followups.on_floor(session, times(session)[0])
        assert remark
        assert remark.text.startswith(first)


def test_a_step_of_all_phases_asks_of_the_one_whose_time_has_come(followups: FollowUps) -> None:
    phases = ("clarify", "high-level", "deep-dive", "tradeoffs")
    for used, phase in ((10, "clarify"), (700, "high-level"), (2600, "tradeoffs")):
        session = in_one_step(used=used, seconds=2700, phases=phases)
        remark = followups.on_floor(session, times(session)[0])
        assert remark
        assert remark.id == f"floor-{phase}"


def test_a_curveball_waits_for_a_step_in_which_it_makes_sense(followups: FollowUps) -> None:
    steps = (*FOUR[:3], PlannedStep("ask", "Ask again", ("clarify",), 600), FOUR[3])
    journal = started(steps=steps, interviewer="kind", curveballs=(("outage", 1000),)).add("step", to=3)
    for step in (3, 4):
        journal.add("step", to=step)
        first = len(journal.fold().notes) + 1
        journal.add("note", 100, note=first, text=A).add("note", 1, note=first + 1, text=B)
        session = journal.fold()
        remark = followups.after_note(session, *times(session))
        assert bool(remark and remark.what == "curveball") is (step == 4)


def redone(*notes: str, before: Sequence[str] = (), told: tuple[str, ...] = (), used: int = 400) -> Session:
    """The deep dive of an earlier round, redone: the notes, those of then, and the facts told then."""
    earlier = Earlier(
        "2026-11-14T18:00:00.000Z", told, tuple(EarlierNote("Design", ("high-level",), 300.0, text) for text in before)
    )
    journal = started(steps=FOUR[2:3], skipped=PHASES[:2], interviewer="kind", base="older", earlier=earlier)
    for number, text in enumerate(notes, start=1):
        journal.add("note", 1, note=number, text=text, step=0)
    return journal.alive(used - len(notes)).fold()


@pytest.mark.parametrize(("told", "comes"), [((), "rate"), (("rate",), "lang"), (("rate", "lang"), "")])
def test_a_linchpin_told_in_the_round_that_is_redone_does_not_come_back(
    followups: FollowUps, told: tuple[str, ...], comes: str
) -> None:
    session = redone(A, B, told=told)
    remark = followups.after_note(session, *times(session))
    assert (remark.id if remark else "") == comes


def test_earlier_notes_are_known_to_whoever_brings_up_a_linchpin(followups: FollowUps) -> None:
    session = redone(A, B, before=["webhook on publish"])
    assert (remark := followups.after_note(session, *times(session)))
    assert (remark.text, remark.further) == ("The webhook failed.", True)
    session = redone(A, B, before=["acl for each page"], told=("rate", "lang"))
    assert (needed := followups.after_note(session, *times(session)))
    assert needed.id == "who"


def test_earlier_notes_alone_do_not_make_a_surprise_due(followups: FollowUps) -> None:
    session = redone(A, before=[B, C, D])
    assert followups.after_note(session, *times(session)) is None


@pytest.mark.parametrize(
    ("before", "text"),
    [((), "How do two lists become one?"), (("rrf joins the lists",), "Why k of 60?")],
)
def test_what_earlier_notes_deal_with_is_not_probed(followups: FollowUps, before: tuple[str, ...], text: str) -> None:
    session = redone("hybrid search", before=before, told=("rate", "who", "lang"))
    assert (remark := followups.on_floor(session, times(session)[0]))
    assert remark.text == text


@pytest.mark.parametrize(("told", "text"), [((), None), (("who",), "What do you buy for the peak?")])
def test_a_probe_into_a_fact_waits_until_it_was_told_then_or_now(
    followups: FollowUps, told: tuple[str, ...], text: str | None
) -> None:
    session = redone(f"the model answers {len(told)}", told=("rate", "lang", *told))
    remark = followups.after_silence(session, *times(session), QUIET)
    assert (remark.text if remark else None) == text


@pytest.mark.parametrize(("before", "probed"), [((), True), (("filters by permission: acl in the search",), False)])
def test_a_point_that_earlier_notes_show_is_not_probed(
    followups: FollowUps, before: tuple[str, ...], probed: bool
) -> None:
    session = redone("one index for all tenants", before=before, told=("rate", "who", "lang"))
    assert (remark := followups.on_floor(session, times(session)[0]))
    assert (remark.text == "What keeps them apart?") == probed
