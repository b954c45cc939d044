"""Flashcards as pure rules: schedule, what is due, one sitting. Knows nothing of interviews."""
