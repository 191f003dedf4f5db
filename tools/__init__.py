"""Helpers to set the project up. The server never imports them."""
