"""Pages that match the same `@page` rules share their styles and those of their margin boxes.

Stock works out up to seventeen styles for every page. They depend on the rules alone, and what is changed in
them later (the counters made regular, the overflow of the root) is the same for all pages and made the same
by doing it twice. They are kept in the document's `StyleFor`.
"""

from typing import Any

from weasyprint.layout import page

_page_styles = page.set_page_type_computed_styles


def page_styles(page_type: Any, html: Any, style_for: Any) -> None:
    """The body of `set_page_type_computed_styles`."""
    key = tuple(
        style_for._page_type_match(selector[2], page_type)
        for sheet, _, _ in style_for._sheets
        for _, selectors, _ in sheet.page_rules
        for selector in selectors
    )
    known, computed = style_for.__dict__.setdefault("_swift_pages", {}), style_for._computed_styles
    if key in known:
        computed.update({(page_type, pseudo): style for pseudo, style in known[key].items()})
        return
    _page_styles(page_type, html, style_for)
    # A style of the first page may have been worked out before the size of a page was known.
    if style_for.initial_page_sizes["box"] is not None:
        known[key] = {pseudo: style for (of, pseudo), style in computed.items() if of == page_type}


SWAPS = ((page, "set_page_type_computed_styles", page_styles),)
