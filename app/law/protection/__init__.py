"""The law of orders of protection: grounds, persons, venue, relief, days; `screening` puts them together."""
