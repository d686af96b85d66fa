"""Translate: how one language says numbers, dates, qualifiers, and the texts of an edition."""
