"""Say it again: the things most worth changing, each retyped in one sentence right after the result."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal

from coach.interview.again import SECONDS, Listener
from coach.interview.changes import Change, changes
from coach.interview.clock import clock
from coach.interview.evidence import MAYBE, STRONG
from coach.interview.reader import Reader
from coach.interview.session import Session
from coach.screens.app import App
from coach.screens.ui import Bar, Keys, Prompt, Style, Text, Tick

Record = Callable[[str, Mapping[str, Any]], None]
_STYLES: dict[str, Style] = {STRONG: "good", MAYBE: "warn"}
_SIGNS = {STRONG: "✓", MAYBE: "?"}


def say_again(app: App, session: Session, reader: Reader, record: Record) -> bool:
    """Offers to say the changes again until the person has enough; whether the model solution is asked for next."""
    left = list(changes(session))
    numbers = range(1, len(left) + 1)
    listener = Listener(session, reader) if left else None
    said: set[int] = set()
    while True:
        to_say = next((number for number in numbers if number not in said), 0)
        keys = {"": "model solution and reference", "q": "done"}
        if to_say:
            keys = {"r": f"say number {to_say} again, {SECONDS:.0f} s", **keys}
        answer = app.ui.key(Keys("", keys, numbers))
        if answer.key in ("", "q"):
            return not answer.key
        number = int(answer.key) if answer.key.isdecimal() else to_say
        if listener and _one(app, left[number - 1], listener, record):
            said.add(number)


def _one(app: App, change: Change, listener: Listener, record: Record) -> bool:
    """One sentence against the clock, which is only shown; False when nothing was said."""
    began = app.now()
    with app.ui.sitting():
        text = (app.ui.read(_prompt(app, began)) or "").strip()
    if not text:
        return False
    seconds = (app.now() - began).total_seconds()
    heard = listener.hear(change, text)
    record("again", {"id": change.id, "text": text, "state": heard.state, "seconds": round(seconds, 1)})
    over = f" It took {clock(seconds)}, over {SECONDS:.0f} s." if seconds > SECONDS else ""
    app.ui.show(Text(f"{_SIGNS.get(heard.state, '·')} {heard.text}{over}", _STYLES.get(heard.state, ""), 7, 2))
    return True


def _prompt(app: App, began: datetime) -> Prompt:
    def seconds() -> float:
        return max((app.now() - began).total_seconds(), 0.0)

    def bar() -> Bar:
        left = SECONDS - seconds()
        shown = f"{clock(left)} left" if left > 0 else f"{clock(-left)} over"
        state: Literal["", "warn", "over"] = "over" if left <= 0 else "warn" if left <= SECONDS / 5 else ""
        return Bar("One sentence", min(seconds() / SECONDS, 1.0), shown, "", state, ["Enter alone leaves it"])

    return Prompt(lambda: clock(seconds()), bar, lambda typed: Tick(), lambda typed: None, {})
