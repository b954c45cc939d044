"""Which entries a line speaks of."""

import random

from coach.language.patterns import parse
from coach.language.ranking import Entry, Line, Ranking, parsed

GLOSSARY = {"docs": ["article*", "help cent*"]}


def entry(name: str, *texts: str, match: str = "", reject: str = "", counter: str = "") -> Entry:
    """An entry with patterns separated by `;`."""
    return Entry(
        name,
        texts,
        parsed(match.split(";") if match else (), GLOSSARY),
        parsed(reject.split(";") if reject else (), GLOSSARY),
        (counter,) if counter else (),
    )


def test_every_pattern_that_is_found_counts_and_one_that_rejects_takes_all() -> None:
    ranking = Ranking([entry("a", "x", match="filter;acl & index|search;$docs", reject="after rank*")])
    (score,) = ranking.scores(Line("acl filter in the search of the help centre"))
    assert (score.hits, score.part, score.rejected) == (3, 1.0, False)
    (score,) = ranking.scores(Line("filter after ranking"))
    assert (score.hits, score.rejected, score.value) == (1, True, 0.0)


def test_a_pattern_that_is_partly_found_is_told_apart_from_none() -> None:
    ranking = Ranking([entry("a", "x", match="acl & filter & index;cache & stale")])
    parts = [ranking.scores(Line(text))[0].part for text in ("acl filter", "stale", "nothing")]
    assert parts == [2 / 3, 1 / 2, 0.0]


def test_the_index_finds_what_the_patterns_themselves_find() -> None:
    rng = random.Random(7)
    terms = ["filter", "filt*", "help cent*", "top k", "acl", "re rank*", "85 %", "search the index", "in*", "a b test"]
    sources = [
        " & ".join("|".join(rng.sample(terms, rng.randint(1, 3))) for _ in range(rng.randint(1, 3))) for _ in range(60)
    ]
    text = "filter filters help centre center top k acl re ranking 85 % search the index in indexing a b test"
    ranking = Ranking([entry(str(at), "x", match=source) for at, source in enumerate(sources)])
    for _ in range(200):
        line = Line(" ".join(rng.choices(text.split(), k=rng.randint(1, 9))))
        wanted = [parse(source, {}).found(line.words, line.stems) for source in sources]
        assert [bool(score.hits) for score in ranking.scores(line)] == wanted


def test_rare_words_weigh_more_and_the_nearest_text_counts() -> None:
    ranking = Ranking([entry("a", "filter by tenant", "one more"), entry("b", "filter by date"), entry("c", "filter")])
    a, b, c = ranking.scores(Line("tenant filter"))
    assert a.bm25 > b.bm25
    assert a.near > c.near > b.near > 0
    assert ranking.scores(Line("filter by tenant"))[0].near > 0.999


def test_likeness_to_a_counter_example_is_kept_apart() -> None:
    ranking = Ranking([entry("a", "check the sentence", counter="check the length")])
    (score,) = ranking.scores(Line("check the length"))
    assert score.against > 0.999 > score.near > 0


def test_a_pattern_with_a_word_list_that_is_gone_is_left_out() -> None:
    assert len(parsed(["$gone & a", "b"], GLOSSARY)) == 1


def test_no_entries_and_an_empty_line_are_no_trouble() -> None:
    assert Ranking([]).scores(Line("anything")) == []
    assert Ranking([entry("a")]).scores(Line(""))[0].value == 0.0
