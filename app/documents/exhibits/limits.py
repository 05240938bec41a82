"""What a file that is brought may be at most: set on 24 November 2026, each with what it rests on."""

MOST_BYTES = 35 * 1_000_000
"""A few hundred scanned pages; a job of the box may hold it several times within its memory."""
MOST_PAGES = 300
"""A file with more is better brought in parts, each with a title of its own."""
MOST_PIXELS = 50_000_000
"""Telephones take up to 50 million; three bytes each fit into the memory of a job."""
MOST_UNPACKED = 200 * 1_000_000
"""Bytes of all packed streams of a PDF together: a letter page in colour at 300 dpi has 25 million."""
MOST_OBJECTS = 200_000
"""A page rarely has more than a hundred."""
LARGEST_PAGE = 14_400
"""Points of a page's side: the most that PDF 1.7 lets a reader show (ISO 32000-1, annex C)."""

LETTER = (612, 792)
"""Points of a page for a Missouri court: Rule 55.02(b)(1), in force since 1 July 2024."""
MARGIN = 72
"""Points kept free around a picture: Rule 55.02(b)(2)."""
DPI = 300
"""Pictures finer than this are made coarser: no printer of an office shows the difference."""
MOST_TOGETHER = 35 * 1_000_000
"""All exhibits of a draft: they travel through the box with its papers, which may hand back 50 MB."""
