"""Reads HTML as a browser would, for tests of pages."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "img", "br", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += "" if "style" in self.open else data

    @property
    def said(self) -> str:
        """Its text with one blank between words."""
        return " ".join(self.words.split())

    def asks_for_nothing(self) -> bool:
        """Whether nothing in it runs, and nothing is loaded from anywhere."""
        names = {name for _, given in self.tags for name in given}
        links = [given["href"] or "" for _, given in self.tags if "href" in given]
        return (
            {tag for tag, _ in self.tags}.isdisjoint(
                {"script", "link", "img", "iframe", "object", "embed", "form", "base", "video", "audio", "svg"}
            )
            and names.isdisjoint({"src", "srcset", "style", "data", "action", "background"})
            and not any(name.startswith("on") for name in names)
            and all(link.startswith("#") for link in links)
        )
