"""The report of a table and of a bijeenkomst: its words and pictures, and how it becomes a PDF."""
