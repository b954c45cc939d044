"""Transcripts of recordings."""

import pytest

from coach.language.cues import CuesError, Sentence, read_cues, sentences

SRT = """\
1
00:00:20,000 --> 00:00:23,500
So who uses this

2
00:00:23,600 --> 00:00:26,000
and how many are there?

3
00:01:00,000 --> 00:01:02,000
{\\an8}<i>English</i> only.
"""
VTT = """\
WEBVTT - made by a tool

NOTE this --> is no cue

STYLE
::cue { color: red }

intro
00:20.000 --> 00:23.500 align:start
<v Ann>So who uses this</v>

00:23.600 --> 00:26.000
and how many are there?

01:00:00.000 --> 01:00:02.000
English only.
"""


def test_subrip_is_read_with_its_times() -> None:
    assert read_cues(SRT) == [
        Sentence(20, 23.5, "So who uses this"),
        Sentence(23.6, 26, "and how many are there?"),
        Sentence(60, 62, "English only."),
    ]


def test_webvtt_is_read_without_its_notes_styles_and_tags() -> None:
    assert [(cue.began_s, cue.text) for cue in read_cues(VTT)] == [
        (20, "So who uses this"),
        (23.6, "and how many are there?"),
        (3600, "English only."),
    ]


def test_a_file_from_windows_reads_the_same() -> None:
    assert read_cues("\ufeff" + SRT.replace("\n", "\r\n")) == read_cues(SRT)


def test_captions_that_roll_up_are_not_read_twice() -> None:
    rolling = "00:01.000 --> 00:02.000\nfirst line\n\n00:02.000 --> 00:03.000\nfirst line\nsecond line\n"
    assert [cue.text for cue in read_cues(rolling)] == ["first line", "second line"]


def test_cues_are_joined_to_sentences() -> None:
    assert sentences(read_cues(SRT)) == [
        Sentence(20, 26, "So who uses this and how many are there?"),
        Sentence(60, 62, "English only."),
    ]


def test_a_pause_ends_a_sentence() -> None:
    cues = [Sentence(0, 1, "one"), Sentence(2, 3, "two"), Sentence(8, 9, "three")]
    assert [s.text for s in sentences(cues)] == ["one two", "three"]


def test_no_sentence_grows_without_end() -> None:
    cues = [Sentence(i, i + 1, "word " * 10 + "word") for i in range(40)]
    assert max(len(s.text) for s in sentences(cues)) <= 220


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("1\n00:00:20 -> 00:00:23\nx\n", 1, "no line such as"),
        ("1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:99,000 --> 00:00:23,000\nx\n", 6, "cannot read the times"),
        ("1\n00:00:05,000 --> 00:00:02,000\nx\n", 2, "ends before it begins"),
        ("99999999999:00:01,000 --> 99999999999:00:02,000\nx\n", 1, "cannot read the times"),
        ("", 1, "no line such as"),
        ("just a text\nwithout times", 1, "no line such as"),
    ],
)
def test_a_broken_file_is_named_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(CuesError, match=message) as caught:
        read_cues(text)
    assert caught.value.line == line
