"""How far a round is."""

NEW, ACTIVE, PAUSED = "new", "active", "paused"
FINISHED, GRADED, ABANDONED = "finished", "graded", "abandoned"
