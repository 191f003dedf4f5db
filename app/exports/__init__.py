"""What leaves the server as a file: one file per export, gathered in the table `parts.py`. And one way back in."""
