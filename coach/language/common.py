"""Common words, and what they say of a question that holds them."""

from coach.language.words import stem, words

_SMALL = """
a about after actually again all allow allowed already also an and any anybody anyone anything approximately approx
are as ask assume at away back be because been before being between both but by call can come could currently deal
did different do does doing done during each either else end even ever every everything exact exactly example exist
exists expect expected few find fine first for from further get give given go goes going good got had handle handled
happen happens has have having he hear her here his hit hold how i if in include included instead into involved is
it its just keep kind know large last least less let level like likely long look looks lot low main make many may
maybe me mean more most much must my need needed needs never no not now of off often ok okay on once one only or
other others our out over own part people per plan planning please possible pretty put quite range rather really
require required requirement right rough roughly run same say see set shall she should show small so some somebody
someone something sort start still such support sure system t take talk talking tell than that the their them then
there these they thing things think this those to today together too total try two type typical typically up us use
used using usual usually very via want wanted was way we well were what whatever when where whether which while who
whom whose why will with within without work working works worth would yet you your whats hows wheres whos im i'm
we're what's who's how's there's it's isn't aren't don't doesn't dont doesnt bot app tool product assistant project
business company new old constraint big high matter important s re ve
"""
SMALL = frozenset(stem(word) for word in words(_SMALL))
"""Stems of the words that questions are made of, and that say nothing of what is asked for."""

_OTHER_THINGS = """
backend frontend programming code coding framework sdk library stack python java javascript golang rust typescript
cloud aws azure gcp kubernetes docker server hardware gpu gpus cluster database postgres mysql mongodb licence
license contract password login factor username logo icon colour color font mascot brand voice voicebot phone app
website widget browser ios android team developer engineer salary office meeting party hiring holiday deadline
launch competitor investor shareholder headquarters marketing newsletter advertising season weather zendesk
salesforce crm erp jira slack
"""
OTHER_THINGS = frozenset(stem(word) for word in words(_OTHER_THINGS))
"""Stems of words that name a subject of their own: what is asked of them is not on a sheet that never names them."""


def telling_stems(text: str) -> set[str]:
    """The stems of the words of a text that name a thing; numbers are left out."""
    return {s for s in map(stem, words(text)) if s[0].isalpha() and s not in SMALL}
