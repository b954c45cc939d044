"""What a person may type that is markup somewhere."""

from tests.builders import Journal, started

TYPED = (
    "<script>alert(1)</script>",
    "![x](http://evil.example/x.png)",
    "[a](javascript:alert(1)) and <http://evil.example>",
    "`a|b` ``` | c | in_memory *bold* __x__ ~~no~~",
    '<img src=x onerror="alert(1)"> </li></ul><style>@import url(//e)</style>',
    "&lt;b&gt; &amp; &#60;",
    "first\n# head\n- item\n\n[a]: http://evil.example\n\n        code\n> quote\n1. one",
    "head | cell\n--- | ---\na | b",
    "under\n===\nline\n---\n~~~\nfence\n<!-- gone",
    "a \\<b> \\",
)
"""Notes, each of which has to be read as it was typed."""


def journal(**changes: object) -> Journal:
    """A round in which everything that a person or a file can word is of that kind."""
    title = "A <b>small</b> *question* | [x](http://evil.example)"
    made = started(title=title, **changes)
    for number, text in enumerate(TYPED, start=1):
        made.add("note", 5, note=number, text=text, step=0)
        made.add("interviewer", what="probe", text=f"Why {text}", id="x", note=number)
    made.add("hint", 1, point="path", text="<i>hint</i>").add("tick", 1, step=0, text="<i>ticked</i>").add(
        "step", 1, to=1
    )
    made.add("note", 5, note=20, text="+ <b>user</b> -> llm ->|<i>|: x| `reply`", step=1, drawn=True)
    return made


def grade(made: Journal) -> Journal:
    """The same, with marks in such words."""
    made.add("end").add("mark", point="path", mark="covered", notes=[1, 4])
    made.add("mark", point="size", mark="said", line=TYPED[1]).add(
        "mark", point="filter", mark="not-mine", reason=TYPED[2]
    )
    made.add("dimension", dimension="safety", grade=3, reason=TYPED[3])
    return made.add("reflection", text=TYPED[6])
