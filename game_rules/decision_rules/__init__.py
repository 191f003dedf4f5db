"""How an organ decides: one file per rule, with the article of law behind it."""
