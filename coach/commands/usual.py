"""What a round runs by when no format is named."""

from pathlib import Path

from coach.content.format import Format
from coach.content.library import Library, Loaded
from coach.content.scenario import Scenario
from coach.errors import CoachError
from coach.record.settings import place_of
from coach.screens.app import App


def usual_format(app: App, scenario: Loaded[Scenario]) -> Loaded[Format]:
    """The format a scenario is made for, else the one of the settings. Raises CoachError that says which file names
    it."""
    if not (made_for := scenario.value.format):
        return set_format(app.library, app.home.settings.format, app.home.places.config)
    try:
        return app.library.format(made_for)
    except CoachError as error:
        place = next(found.path for found in app.library.scenarios() if found.id == scenario.value.id)
        raise _named_in(error, str(place)) from None


def set_format(library: Library, name: str, settings: Path) -> Loaded[Format]:
    """The format that the settings name. Raises CoachError that says where they do."""
    try:
        return library.format(name)
    except CoachError as error:
        raise _named_in(error, place_of(settings, "format")) from None


def _named_in(error: CoachError, place: str) -> CoachError:
    return CoachError(f"{error.message.rstrip('.')}. It comes from {place}.", error.hint) if place else error
