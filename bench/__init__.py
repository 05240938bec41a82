"""How fast the product is beside a yardstick, and how far its proofs went."""
