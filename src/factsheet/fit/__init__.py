"""Fit: content to boxes at their final places on pages. Pure geometry."""
