"""Floor 2: what is kept, sealed and scoped by who asks."""
