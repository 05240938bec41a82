"""Floor 4: what each `draftwell` command does."""
