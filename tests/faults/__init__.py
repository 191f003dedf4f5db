"""A real server process that is killed, stopped, or started twice."""
