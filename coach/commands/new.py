"""`coach new`: a scenario to fill in."""

from coach.content.roots import SHARED_FILES
from coach.content.scalars import SLUG
from coach.content.skeleton import skeleton
from coach.errors import CoachError, UsageError
from coach.record.files import write_new
from coach.record.places import places


def run(scenario: str) -> int:
    """Writes a commented skeleton to the person's own scenarios; never over another file. Returns the exit code."""
    if not SLUG.fullmatch(scenario):
        raise UsageError(
            f"{scenario!r} should be lower-case letters, digits and hyphens.", "For example: ticket-triage"
        )
    if f"{scenario}.yaml" in SHARED_FILES:
        raise UsageError(f"{scenario}.yaml is a file that all scenarios share.", "For example: ticket-triage")
    path = places().content.scenarios / f"{scenario}.yaml"
    try:
        write_new(path, skeleton(scenario))
    except FileExistsError:
        raise CoachError(f"{path} exists already.", "Give another id, or edit that file.") from None
    print(path)
    print(f"Fill it in, then: coach lint {path}")
    return 0
