"""What people do with editions: begin one, look up blocks and rules, check files in an editor."""

from __future__ import annotations

SCHEMAS = ("edition", "brand", "layout", "project")
"""Kinds of files that have a JSON Schema."""
