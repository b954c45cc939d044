"""What a round runs by when no format is named."""

from coach.content.format import Format
from coach.content.library import Loaded
from coach.content.scenario import Scenario
from coach.errors import CoachError
from coach.screens.app import App


def usual_format(app: App, scenario: Loaded[Scenario]) -> Loaded[Format]:
    """The format a scenario is made for, else the one of the settings. Raises CoachError that says which file names
    it."""
    made_for = scenario.value.format
    place = app.home.places.config
    if made_for:
        place = next(found.path for found in app.library.scenarios() if found.id == scenario.value.id)
    try:
        return app.library.format(made_for or app.home.settings.format)
    except CoachError as error:
        raise CoachError(f"{error.message.rstrip('.')}. It comes from {place}.", error.hint) from None
