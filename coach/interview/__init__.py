"""One mock interview as pure rules: events, the fold over them, grades, the result, the transcript."""
