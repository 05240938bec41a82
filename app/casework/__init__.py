"""Floor 3: what people do; one act, one function, one transaction, one journal line."""
