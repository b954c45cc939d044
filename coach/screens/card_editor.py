"""One card in the person's own editor. A shipped card is not changed: their deck gets a card with the same id."""

from pathlib import Path

from coach.content.card_summary import card_row
from coach.content.deck_text import block_of, id_of, to_yaml, with_card
from coach.content.problem import Problem
from coach.content.roots import Root
from coach.errors import CoachError
from coach.record.decks import Decks
from coach.screens.app import App
from coach.screens.collection import Collection
from coach.screens.ui import Keys, Text

_HEAD = "# {id}: save and leave to keep it. Its id stays, as progress hangs on it.\n"


def edit_card(app: App, found: Collection, card_id: str) -> bool:
    """Opens a card in the editor until it is sound or given up; whether it was changed. Raises Stopped."""
    try:
        return _edited(app, found, card_id)
    except CoachError as error:
        app.ui.show(Text(f"{error.message} {error.hint}", "warn", hang=2))
        return False


def _edited(app: App, found: Collection, card_id: str) -> bool:
    deck, _, name = card_id.partition("/")
    decks = Decks(app.home.places)
    source = found.paths[card_id]
    # A file of the person's own is changed where it stands; all other cards get one with the same id in their deck.
    stands = source.is_file()  # the card of a missed point has no file
    target = source if stands and _is_own(app.library.roots, source) else decks.path(deck)
    before = (block_of(decks.text(source), name) if stands else "") or to_yaml(found.card(card_id))
    text = before
    while True:
        head = _HEAD.format(id=card_id)
        path = decks.hand_out(head + text)
        ended = app.ui.edit(path, lambda: None)
        edited = decks.take_back(path).removeprefix(head)
        if ended is None:
            app.ui.show(Text("No editor could be started. Set `editor` in config.toml, or $EDITOR.", "warn"))
            return False
        if not ended or edited.strip() == before.strip():
            app.ui.show(Text("The card is as it was.", "dim"))
            return False
        text = edited
        if not (wrong := _kept(app, found, decks, target, deck, name, text)):
            return True
        app.ui.show(Text(f"Not kept yet: {wrong}", "warn", hang=2))
        if app.ui.key(Keys("", {"": "edits it again", "q": "leaves the card as it was"})).key == "q":
            return False


def _is_own(roots: tuple[Root, ...], path: Path) -> bool:
    """Whether a file is the person's: in their home or in a folder that they named."""
    return any(path.parent in (root.scenarios, root.decks) for root in roots if root.source != "shipped")


def _kept(app: App, found: Collection, decks: Decks, target: Path, deck: str, name: str, text: str) -> str:
    """Writes an edited card; what is wrong with it, or nothing."""
    read = app.library.read_deck if target.parent.name == "decks" else app.library.read_scenario
    try:
        there = decks.text(target)
        if there and (broken := read(there, target).problems):  # then no card of it would be found
            return f"{min(broken)}; that comes first."
        if id_of(text) != name:
            return f"the id should stay {name}, as progress hangs on it."
        whole = with_card(there, deck, text)
        reading = read(whole, target)
        known = {(p.where, p.message) for p in app.library.read_any_text(there, target).problems} if there else set()
        now = sorted([*reading.problems, *app.library.read_any_text(whole, target).problems])
        if wrong := [_told(problem, name) for problem in now if (problem.where, problem.message) not in known]:
            return "\n".join(dict.fromkeys(wrong))
        card = next((card for card in reading.value.cards if card.id == name), None) if reading.value else None
        if card is None:
            return "the card is not found in it."
        decks.write(target, whole)
    except CoachError as error:
        return error.message
    card_id = f"{deck}/{name}"
    found.rows[card_id], found.paths[card_id] = card_row(card), target
    return ""


def _told(problem: Problem, name: str) -> str:
    """A problem as a person reads it who has only the card before them."""
    where = "" if problem.where == f"cards.{name}" else problem.where.removeprefix(f"cards.{name}.")
    return f"{where}: {problem.message}" if where else problem.message
