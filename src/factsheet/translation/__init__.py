"""What translators do with the line: PO files from editions, and what is still to be done in them."""
