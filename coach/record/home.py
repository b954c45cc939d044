"""Everything a person has on disk, in one object."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coach.errors import CoachError
from coach.language.stamps import unstamp
from coach.recall.day import day_of
from coach.record.debriefs import Debriefs
from coach.record.device import device_name
from coach.record.imports import Imports
from coach.record.looks import Looks
from coach.record.places import Places
from coach.record.reviews import Reviews
from coach.record.seen import Seen
from coach.record.sessions import Sessions
from coach.record.settings import Settings, read_settings


@dataclass(frozen=True)
class Home:
    """The stores of a home directory; nothing is made before something is written."""

    places: Places

    @cached_property
    def device(self) -> str:
        """The name of this machine."""
        return device_name(self.places)

    @cached_property
    def sessions(self) -> Sessions:
        """The drills."""
        return Sessions(self.places, lambda: self.device)

    @cached_property
    def seen(self) -> Seen:
        """The content that drills were done with."""
        return Seen(self.places.seen)

    @cached_property
    def looks(self) -> Looks:
        """The looks at worked solutions."""
        return Looks(self.places)

    @cached_property
    def reviews(self) -> Reviews:
        """The review logs of flashcards."""
        return Reviews(self.places, lambda: self.device)

    @cached_property
    def debriefs(self) -> Debriefs:
        """The debriefs of real interviews."""
        return Debriefs(self.places, lambda: self.device)

    @cached_property
    def imports(self) -> Imports:
        """What imported files held."""
        return Imports(self.places.imports)

    def day(self, stamped: str) -> date:
        """The person's day of a stamp; with settings that cannot be read days begin as they do without any, as
        whoever needs the settings says what is wrong with them."""
        try:
            begins = self.settings.day_begins
        except CoachError:
            begins = Settings().day_begins
        return day_of(unstamp(stamped), begins, None)

    @cached_property
    def settings(self) -> Settings:
        """The settings. Raises CoachError."""
        return read_settings(self.places.config)
