"""Infographics, one a file; the only matplotlib."""
