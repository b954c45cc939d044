"""HTML of a card to text."""

import pytest

from coach.content.incoming.html_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain &amp; simple", "plain & simple"),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("a<div>b</div><div>c</div>d", "a\nb\nc\nd"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb\n"),
        ("<p>one\n two</p><p>three</p>", "one two\nthree\n"),
        ("x<ul><li>a</li><li>b</li></ul>y", "x\n- a\n- b\ny"),
        ("<ol><li>a<li>b</ol><ul><li>c</ul>", "1. a\n2. b\n- c\n"),
        ("<pre>a\n    b</pre>c   d", "a\n    b\nc d"),
        ("a&nbsp;&nbsp;b &lt;br&gt;", "a  b <br>"),
        ("10<sup>6</sup> H<sub>2</sub>O", "10^6 H2O"),
        ("a<!-- no --> b <style>p {x: y}</style><b class='x'>c</b>", "a b c"),
        ("1 < 2 and 3 > 2, a<b", "1 < 2 and 3 > 2, a<b"),
        ("</ul></pre></li><li>", "- "),
        ("<table><tr><td>a</td><td>b</td></tr></table>", " a b\n"),
        ("a <!-- open", "a <!-- open"),
    ],
)
def test_text_keeps_its_lines_and_loses_its_tags(html: str, text: str) -> None:
    assert plain_text(html, {}) == text


def test_what_is_no_text_is_dropped_and_counted() -> None:
    dropped: dict[str, int] = {}
    assert plain_text('a<img src="x.png">[sound:b.mp3]c<IMG>', dropped) == "ac"
    assert dropped == {"sound": 1, "image": 2}


@pytest.mark.parametrize("piece", ["<a", "<!--", "[sound:", "<div>", "<b", "-->", "&", "<style>"])
def test_hostile_html_takes_no_longer_than_its_size(piece: str) -> None:
    assert isinstance(plain_text(piece * 200_000, {}), str)  # the time limit of the test is the measure
