"""What the coach knows: scenarios, formats, the rubric. Reads files, writes none."""
