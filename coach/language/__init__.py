"""Pure text: stems, patterns, the edges of a diagram."""
