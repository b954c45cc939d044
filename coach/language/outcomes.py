"""What can come of a question: it is answered, entries are offered to choose from, or nothing is known."""

ANSWER, CHOOSE, NOTHING = "answer", "choose", "nothing"
