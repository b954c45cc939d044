"""How many cells of a terminal a text takes: letters of some scripts take two."""


def width_of(text: str) -> int:
    """The cells of a line."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # slow to import, and most lines do without

    return cell_len(text)


def padded(text: str, width: int) -> str:
    """A line with blanks after it up to a width."""
    return text + " " * (width - width_of(text))
