"""Which road, if any, closes each charge of a Missouri record, and what a petition for it must hold."""
