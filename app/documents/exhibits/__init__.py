"""Files that people bring: let in only as clean PDFs, lettered, with a cover each and an index over all."""
