"""Floor 1: dated, cited parameters of law and the pure functions that compute with them."""
