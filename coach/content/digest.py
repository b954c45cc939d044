"""Names for texts."""

import hashlib


def digest_of(text: str) -> str:
    """Sixteen hexadecimal digits that name a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
