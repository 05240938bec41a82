"""Pango's context and font description are kept with the style, and a shaped line with its box.

Stock makes both anew for every piece of text it measures, throws the shaped line away and shapes the same
text again to draw it. A style is one font in one language, so its context serves all its texts. The kept
line is the one stock would make again: same text, same font; only the line width, which a single line that
fits has not felt, may differ. Justified text is shaped again as in stock. All is kept with the style and the
box and dies with them.
"""

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango

_PLAIN = {
    "font_kerning": "auto", "font_variant_ligatures": "normal", "font_variant_position": "normal",
    "font_variant_caps": "normal", "font_variant_numeric": "normal", "font_variant_alternates": "normal",
    "font_variant_east_asian": "normal", "font_feature_settings": "normal",
    "font_language_override": "normal",
}  # fmt: skip
"""The features of a plain font; any other goes to stock, because set_text changes its list of attributes."""

_setup, _deactivate = line_break.Layout.setup, line_break.Layout.deactivate
_reactivate, _strut = line_break.Layout.reactivate, line_break.strut


def setup(self: Any, style: Any) -> None:
    """The body of `Layout.setup`."""
    kept = style.__dict__.get("_swift_face")
    if not kept:
        _setup(self, style)
        if kept is None:
            style.__dict__["_swift_face"] = _face(self, style)
        return
    context, description, said = kept
    self.__dict__.update(said)
    self.style = style
    self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)
    pango.pango_layout_set_font_description(self.layout, description)


def _face(layout: Any, style: Any) -> tuple[Any, Any, dict[str, Any]] | tuple[()]:
    if any(style[name] != value for name, value in _PLAIN.items()):
        return ()
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    if style["lang"]:
        pango.pango_context_set_language(context, layout.language)
    return (
        context,
        line_break.get_font_description(style),
        {n: vars(layout)[n] for n in _SAID if n in vars(layout)},
    )


_SAID = (
    "first_line_direction", "language", "ascent", "underline_position", "strikethrough_position",
    "underline_thickness", "strikethrough_thickness",
)  # fmt: skip
"""What `setup` writes on a layout besides the objects of Pango."""


def deactivate(self: Any) -> None:
    """The body of `Layout.deactivate`: the shaped line stays unless it will be justified."""
    if not self.justification_spacing and "_swift_line" not in self.__dict__:
        self.__dict__["_swift_line"] = self.layout, self.language, self.style
    _deactivate(self)


def reactivate(self: Any, style: Any) -> None:
    """The body of `Layout.reactivate`; `kept` tells whether the line is the one kept."""
    line, language, of = self.__dict__.get("_swift_line") or (None, None, None)
    self.kept = line is not None and of is style and "\n" not in self.text and not second_line(line)
    if self.kept:
        self.layout, self.language, self.style = line, language, style
    else:
        self.__dict__["_swift_line"] = None
        _reactivate(self, style)


def shape_again(layout: Any) -> None:
    """Shape a kept line as stock does, for a drawing that needs more than its glyphs and may change it."""
    layout.__dict__["_swift_line"] = None
    _reactivate(layout, layout.style)


def second_line(layout: Any) -> bool:
    """Whether Pango broke the text."""
    return bool(pango.pango_layout_get_line_readonly(layout, 1) != ffi.NULL)


def strut(style: Any) -> Any:
    """The body of `strut`, whose key alone names fourteen properties for every line."""
    kept = style.__dict__.get("_swift_strut")
    if kept is None:
        kept = style.__dict__["_swift_strut"] = _strut(style)
    return kept


SWAPS = (
    (line_break.Layout, "setup", setup),
    (line_break.Layout, "deactivate", deactivate),
    (line_break.Layout, "reactivate", reactivate),
    (line_break, "strut", strut),
)
