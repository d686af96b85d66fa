"""Blocks that are mostly text, one a file."""
