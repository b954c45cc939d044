"""Names for texts."""


def digest_of(text: str) -> str:
    """Sixteen hexadecimal digits that name a text."""
    import hashlib  # takes a while to load, and who only looks for files needs none

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
