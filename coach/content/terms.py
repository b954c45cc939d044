"""The fixed words of content files."""

FAMILIES = ("rag", "agent", "ml", "moderation", "search", "recommendation", "platform")
PHASES = ("clarify", "high-level", "deep-dive", "tradeoffs")
LEVELS = ("mid", "senior", "staff")
HEADINGS = (
    "users",
    "inputs and outputs",
    "scale",
    "latency",
    "quality",
    "cost",
    "availability",
    "data and permissions",
    "freshness",
    "failure tolerance",
    "safety and compliance",
    "success",
    "language",
)
DIMENSIONS = ("framing", "success", "flow", "choice", "depth", "numbers", "tradeoffs", "safety", "driving")
SCORED = DIMENSIONS[:-1]
BAR = 3
"""The anchor that meets the bar of a dimension."""
CURVEBALLS = ("outage", "scale", "cost", "attack", "quality", "requirement", "regulation", "data")
TASTE = "taste"
"""The format of the first two minutes; a question made for it is small, as sound as any other, and no whole one."""
CARDS = ("recall", "choose", "cloze", "tradeoff", "fault", "estimate")
