"""Players without a person: the client of `python -m app bots`, and the seats that were given to the computer."""
