"""The nouns that pass between the stages: frozen values, no files, no libraries."""
