"""HTML of a flashcard to plain text, with its lines."""

import re
from html import unescape

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SOUND = re.compile(r"\[sound:[^\[\]\n]*\]")
_BLANK = re.compile(r"[ \t\n\f]+")
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul",
})  # fmt: skip
_MEDIA = {"img": "image", "audio": "sound", "video": "video", "object": "object", "iframe": "frame"}


def plain_text(html: str, dropped: dict[str, int]) -> str:
    """The text of a piece of HTML, in time linear in its size; images and the like are dropped and counted by name."""
    html = without_sounds(html, dropped)
    last = html.rfind("-->")
    if last >= 0:  # beyond the last end every comment is open, and looking for its end again and again takes for ever
        html = _COMMENT.sub("", html[: last + 3]) + html[last + 3 :]
    return _Writer(dropped).write(html)


def without_sounds(text: str, dropped: dict[str, int]) -> str:
    """A text without Anki's references to sounds, which are counted."""
    text, count = _SOUND.subn("", text)
    if count:
        dropped["sound"] = dropped.get("sound", 0) + count
    return text


class _Writer:
    """Writes down the text between tags."""

    def __init__(self, dropped: dict[str, int]) -> None:
        self._dropped = dropped
        self._out: list[str] = []
        self._lists: list[int] = []  # of each list that is open the number of the last item; below 0 without numbers
        self._pre = 0
        self._skip = ""

    def write(self, html: str) -> str:
        at = 0
        for tag in _TAG.finditer(html):
            self._text(html[at : tag.start()])
            self._tag(tag[2].lower(), closing=bool(tag[1]))
            at = tag.end()
        self._text(html[at:])
        return "".join(self._out)

    def _text(self, text: str) -> None:
        if self._skip or not text:
            return
        if not self._pre:
            text = _BLANK.sub(" ", text)
            if not self._out or self._out[-1].endswith(("\n", " ")):
                text = text.lstrip(" ")
        if text:
            self._out.append(unescape(text).replace("\xa0", " "))

    def _tag(self, name: str, *, closing: bool) -> None:
        if name in ("script", "style"):
            self._skip = "" if closing else name
        if self._skip:
            return
        if name in _MEDIA and not closing:
            self._dropped[_MEDIA[name]] = self._dropped.get(_MEDIA[name], 0) + 1
        elif name == "br":
            self._out.append("\n")
        elif name in _BLOCKS:
            self._line()
            self._block(name, closing=closing)
        elif name in ("td", "th") and not closing:
            self._out.append(" ")
        elif name == "sup" and not closing:  # 10<sup>6</sup> is not 106
            self._out.append("^")

    def _block(self, name: str, *, closing: bool) -> None:
        if name in ("ul", "ol"):
            if not closing:
                self._lists.append(0 if name == "ol" else -1)
            elif self._lists:
                self._lists.pop()
        elif name == "li" and not closing:
            numbered = bool(self._lists) and self._lists[-1] >= 0
            if numbered:
                self._lists[-1] += 1
            self._out.append(f"{self._lists[-1]}. " if numbered else "- ")
        elif name == "pre":
            self._pre = max(0, self._pre + (-1 if closing else 1))

    def _line(self) -> None:
        if self._out and not self._out[-1].endswith("\n"):
            self._out.append("\n")
