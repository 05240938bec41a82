"""The law of a change of name: classes, minors, words, fees, days; `screening` puts them together."""
