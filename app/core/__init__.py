"""Floor 1: what is asked and what follows from it; pure, without clock, database or web."""
