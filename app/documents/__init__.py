"""Floor 2: from an interview to files."""
