"""Elements that match the same rules share their styles, pseudo-elements too.

Stock merges the declarations of every element anew and makes a style for each pseudo-element; only styles of
whole elements are shared. Here the merge and the pseudo-elements' styles are shared on stock's own terms:
same parent style, same rules, no declarations of its own. A style knows nothing of its element, so the bytes
stay equal. All that is shared lives in the document's `StyleFor`.

Stock also asks every selector of every element; `sieve` has the answers that do not change.
"""

from collections.abc import Iterable
from math import inf
from typing import Any

from weasyprint import css

from app.documents.swift import computed
from app.documents.swift.sieve import Lines, Sieve


def styles(
    self: Any, html: Any, sheets: Any, presentational_hints: bool, font_config: Any, target_collector: Any
) -> None:
    """The body of `StyleFor.__init__`."""
    self._cascaded_styles, self._computed_styles = {}, {}
    self.initial_page_sizes = {"box": None, "area": None}
    self._sheets, self.font_config = sheets, font_config
    own = _own(html, presentational_hints)
    sieves = [Sieve(sheet.matcher) for sheet, _, _ in sheets]
    known: dict[object, dict[str | None, Any]] = {}
    book = computed.book(sheets, font_config)
    numbers: dict[Any, int | None] = {None: -1}
    lines, root = Lines(), html.etree_element
    for wrapper in html.wrapper_element.iter_subtree():
        element = wrapper.etree_element
        parent = wrapper.parent.etree_element if wrapper.parent else None
        line = lines.number(wrapper, parent)
        found = [sieve.match(wrapper, line) for sieve in sieves]
        above = None if parent is None else id(self._computed_styles[parent, None])
        key = (above, *((n, row[1]) for n, rows in enumerate(found) for row in rows))
        numbers[element] = _number(book, numbers[parent], key[1:], own.get(element, {}))
        shared = None if element in own else known.get(key)
        if shared is None:
            shared = _made(self, element, parent, root, html.base_url, target_collector,
                           _merged(sheets, found, own.get(element, {})))  # fmt: skip
            if (number := numbers[element]) is not None:
                book.lend(number, shared)
            if element not in own:
                known[key] = shared
        else:
            self._computed_styles.update({(element, pseudo): style for pseudo, style in shared.items()})
    self._cascaded_styles.clear()


def _number(book: computed.Book, above: int | None, rules: Any, own: dict[str, Any]) -> int | None:
    """The number of an element in the book; None if own declarations, here or above, say more than `lang`."""
    if above is None or own.keys() - {"lang"}:
        return None
    return book.number(above, (rules, repr(own)))


def _made(
    style_for: Any, element: Any, parent: Any, root: Any, base_url: Any, targets: Any, merged: dict[Any, Any]
) -> dict[str | None, Any]:
    for pseudo, cascaded in merged.items():
        style_for._cascaded_styles[element, pseudo] = cascaded
        style_for.set_computed_styles(
            element, parent=element if pseudo else parent, root=root, pseudo_type=pseudo,
            base_url=base_url, target_collector=targets,
        )  # fmt: skip
    return {pseudo: style_for._computed_styles[element, pseudo] for pseudo in merged}


def _own(html: Any, presentational_hints: bool) -> dict[Any, dict[str, Any]]:
    own: dict[Any, dict[str, Any]] = {}
    found = css.find_style_attributes(html.etree_element, presentational_hints, html.base_url)
    for specificity, element, declarations, base_url in found:
        declared = css.preprocess_declarations(base_url, declarations)
        _add(own.setdefault(element, {}), declared, "author", inf, specificity)
    return own


def _merged(sheets: Any, found: list[list[Any]], own: dict[str, Any]) -> dict[Any, dict[str, Any]]:
    merged: dict[Any, dict[str, Any]] = {None: dict(own)}
    for (sheet, origin, whole), rows in zip(sheets, found, strict=True):
        for specificity, _, pseudo, (declarations, layer) in rows:
            order = inf if layer is None else sheet.layers.index(layer)
            _add(merged.setdefault(pseudo, {}), declarations, origin, order, whole or specificity)
    return merged


def _add(
    style: dict[str, Any], declarations: Iterable[Any], origin: str, order: float, specificity: Any
) -> None:
    for name, values, importance in declarations:
        weight = (css.declaration_precedence(origin, importance), order, specificity)
        if name not in style or style[name][1] <= weight:
            style[name] = values, weight


SWAPS = ((css.StyleFor, "__init__", styles),)
