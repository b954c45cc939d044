"""What a screen needs besides its arguments."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from coach.content.library import Library
from coach.recall.day import day_of
from coach.record.home import Home
from coach.screens.ui import Ui


@dataclass(frozen=True, slots=True)
class App:
    """The clock, chance, the person's files, the content and the terminal. `now` is the only clock there is."""

    now: Callable[[], datetime]
    rng: Random
    home: Home
    library: Library
    ui: Ui

    @property
    def today(self) -> date:
        """The person's day."""
        return day_of(self.now(), self.home.settings.day_begins, None)
