"""One office-holder decides alone, within the own powers (Gemeentewet 160, 168, 170-176)."""

WORDS = "Dit besluit neem je alleen, met een reden die iedereen leest."
