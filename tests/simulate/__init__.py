"""Whole games without people, and what is promised about them."""
