"""The rules of the game as a library: a whole game can be played in a bare Python shell.

No clock, no chance, no files, no network and no framework live here; time, identity and the seed are handed in.
"""
