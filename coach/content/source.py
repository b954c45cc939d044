"""Where a figure or a practice comes from."""

from dataclasses import dataclass

from coach.content.fields import Many, Slug, Text, Whole, has, may


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a figure or a practice comes from."""

    title: str = has(Text(), "The title.")
    url: str = may(Text(), "The address.")
    year: int | None = may(Whole(1900, 2100), "The year.")
    supports: tuple[str, ...] = may(Many(Slug()), "Ids of what it supports.", key="for")
