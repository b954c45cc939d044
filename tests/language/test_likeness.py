"""Whether two remarks are about the same thing."""

from coach.language.likeness import Likeness

ABOUT = (
    "Questions in German end as tickets twice as often.",
    "Reopened tickets from Germany have doubled.",
    "Your provider is down for an hour.",
)


def test_two_remarks_that_share_telling_words_are_alike() -> None:
    likeness = Likeness(ABOUT)
    assert likeness.alike(ABOUT[0], [ABOUT[2], ABOUT[1]])
    assert not likeness.alike(ABOUT[0], [ABOUT[2]])
    assert not likeness.alike(ABOUT[0], [])


def test_words_that_many_of_the_texts_use_tell_nothing() -> None:
    assert not Likeness([*ABOUT, "tickets one", "tickets two", "tickets three"]).alike(ABOUT[0], [ABOUT[1]])
