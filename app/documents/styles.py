"""The vocabulary of styles: every style of the base document, and the element its paragraphs become."""

# fmt: off
_HEADINGS = {
    "heading 1": "h1", "heading 2": "h2", "heading 3": "h3", "New page heading": "h1", "Exhibit title": "h1",
    "Pleading title": "h1", "Section heading": "h2", "Count heading": "h2", "Certificate heading": "h2",
    "Memo title": "h1", "Sheet title": "h1", "Sheet heading": "h2",
}
_TEXT = (
    "Body Text", "Body Text Keep", "List intro", "Numbered point", "Lettered point", "Bullet item",
    "Plain item",
    "Block quote", "Small print", "Exhibit subtitle", "Table note", "Table spacer", "Signature rule",
)
CELLS = (
    "Table heading", "Table heading number", "Table text", "Table number", "Table total", "Table total label",
    "Compact heading", "Compact heading number", "Compact text", "Compact number", "Compact total",
    "Compact total label",
)
"""Paragraph styles made for table cells; in a twin a cell of one such paragraph is itself that paragraph."""
_LETTER = (
    "Letterhead name", "Letterhead line", "Date line", "Delivery line", "Address line", "Re line",
    "Salutation",
    "Closing", "Signature line", "Enclosure line", "Copy line",
)
_PLEADING = (
    "Caption court", "Caption party", "Caption role", "Caption versus", "Caption number", "Pleading text",
    "Numbered paragraph", "Lettered item", "Pleading quote", "Prayer intro", "Prayer item",
    "Signature block line",
    "Signature block rule", "Certificate text",
)
_MEMO = (
    "Privileged heading", "Flag must fix", "Flag check", "Flag note", "Flag source", "Working line",
    "Source line",
)
_SHEET = ("Sheet text", "Sheet step", "Sheet item", "Sheet warning", "Sheet contact")
# fmt: on

ENGINE = ("Draft mark", "Running head", "Page number", "Page number court")
"""Paragraph styles only the engine uses, in the headers and footers it writes."""

PARAGRAPHS: dict[str, str] = (
    dict.fromkeys((*_TEXT, *CELLS, *_LETTER, *_PLEADING, *_MEMO, *_SHEET), "p") | _HEADINGS
)
"""Paragraph styles a template may use, with their element."""

TABLES = (
    "Ruled table",
    "Ruled table total",
    "Compact table",
    "Key table",
    "Fill-in table",
    "Caption table",
    "Plain table",
)
"""Table styles a template may use."""

CHARACTERS = {"Strong": "strong", "Emphasis": "em"}
"""Character styles a template may use, with their element."""

GAP = "Gap"
"""The character style of a marked blank; only the engine uses it."""

COURT = frozenset(_PLEADING) | {"Pleading title", "Section heading", "Count heading", "Certificate heading"}
"""The styles of 13 points and more: the only ones a court paper may use (Rule 55.02(b)(3))."""

SPACER = "Table spacer"
"""The one paragraph style that may stand empty outside a table."""


def slug(style: str) -> str:
    """The CSS class of a Word style: its name in lower case with hyphens for blanks."""
    return style.lower().replace(" ", "-")


def element(style: str) -> str:
    """The HTML element a paragraph of this style becomes."""
    return PARAGRAPHS.get(style, "p")
