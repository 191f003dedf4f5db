"""Players without a person: the client of `python -m app bots`, and the seats that the facilitator gave to the computer."""
