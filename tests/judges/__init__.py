"""Judges from outside: other people's software, or our own reading of a finished PDF, says what is wrong with it."""
