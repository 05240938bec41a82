"""Decides over all paths through a form what its papers and wordings may meet: names, clauses, guards."""
