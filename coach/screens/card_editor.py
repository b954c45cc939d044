"""One card in the person's own editor. A shipped card is not changed: their deck gets a card with the same id."""

from pathlib import Path

from coach.content.card_summary import card_row
from coach.content.deck_text import block_of, id_of, to_yaml, with_card
from coach.errors import CoachError
from coach.record.decks import Decks
from coach.screens.app import App
from coach.screens.collection import Collection
from coach.screens.ui import Keys, Text

_HEAD = "# {id}: save and leave to keep it. Its id stays, as progress hangs on it.\n"


def edit_card(app: App, found: Collection, card_id: str) -> bool:
    """Opens a card in the editor until it is sound or given up; whether it was changed. Raises CoachError, Stopped."""
    deck, _, name = card_id.partition("/")
    decks = Decks(app.home.places)
    source = found.paths[card_id]
    # A file of the person's own is changed where it stands; all other cards get one with the same id in their deck.
    target = source if source.is_relative_to(app.home.places.home) else decks.path(deck)
    before = block_of(decks.text(source), name) if source.is_file() else ""
    text = before or to_yaml(found.card(card_id))
    while True:
        head = _HEAD.format(id=card_id)
        path = decks.hand_out(head + text)
        ended = app.ui.edit(path, lambda: None)
        edited = decks.take_back(path).removeprefix(head)
        if ended is None:
            app.ui.show(Text("No editor could be started. Set `editor` in config.toml, or $EDITOR.", "warn"))
            return False
        if not ended or edited.strip() == text.strip():
            app.ui.show(Text("The card is as it was.", "dim"))
            return False
        text = edited
        if not (wrong := _kept(app, found, decks, target, deck, name, text)):
            return True
        app.ui.show(Text(f"Not kept yet: {wrong}", "warn", hang=2))
        if app.ui.key(Keys("", {"": "edits it again", "q": "leaves the card as it was"})).key == "q":
            return False


def _kept(app: App, found: Collection, decks: Decks, target: Path, deck: str, name: str, text: str) -> str:
    """Writes an edited card; what is wrong with it, or nothing."""
    try:
        if id_of(text) != name:
            return f"the id should stay {name}, as progress hangs on it."
        whole = with_card(decks.text(target), deck, text)
    except CoachError as error:
        return error.message
    reading = app.library.read_any_text(whole, target)
    if reading.problems or reading.value is None:
        return str(min(reading.problems).message)
    card = next((card for card in reading.value.cards if card.id == name), None)
    if card is None:
        return "the card is not found in it."
    decks.write(target, whole)
    card_id = f"{deck}/{name}"
    found.rows[card_id], found.paths[card_id] = card_row(card), target
    return ""
