"""How far a round is."""

NEW, ACTIVE, PAUSED, FINISHED, GRADED, ABANDONED = (
    "new",
    "active",
    "paused",
    "finished",
    "graded",
    "abandoned",
)
