"""One office-holder decides alone, within the own powers (Gemeentewet 160, 168, 170-176)."""

WORDS = "Een ambtsdrager neemt dit besluit alleen, met een reden die iedereen leest."
