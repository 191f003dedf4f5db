"""Bots see what players see. See game_rules/bots.py and app/bots/."""
