"""In real browsers, against a server in a process of its own."""
