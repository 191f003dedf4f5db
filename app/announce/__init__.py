"""Telling the rest of the process that something changed. Only "stream S is at version N" crosses; never a secret."""
