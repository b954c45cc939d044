"""Flashcards from files of other programs: read into rows, made into cards, merged into a deck as text."""
