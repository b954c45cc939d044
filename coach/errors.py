"""The one error that a person can cause, and the one way a talk ends from outside."""

from typing import Literal


class CoachError(Exception):
    """A problem the person can do something about: one sentence that says what, and a hint that says what next."""

    def __init__(self, message: str, hint: str = "", code: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


class UsageError(CoachError):
    """Options that make no sense as given; exits with 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, code=2)


class Stopped(Exception):  # noqa: N818 - it is no error: the person or the machine stopped the talk
    """The talk ended: ctrl-c, the end of the input, or a signal that the terminal is going away."""

    def __init__(self, why: Literal["interrupt", "end", "hangup"]) -> None:
        super().__init__(why)
        self.why = why
