"""A small document that uses what our papers use, to compare our bytes with stock's."""

from weasyprint import CSS, HTML

from app.documents import fonts, metadata

_CSS = """
@page { size: 4in 3in; margin: 0.6in;
  @top-center { content: "DRAFT – for review"; font: bold 8pt "Liberation Sans";
    color: #9b1c1c; letter-spacing: 0.8pt }
  @bottom-center { content: "Page " counter(page) " of " counter(pages); font: 8pt "Liberation Serif" } }
html { font: 11pt "Liberation Serif"; hyphens: manual; orphans: 2; widows: 2 }
p, h1 { margin: 0 0 4pt; overflow-wrap: anywhere; line-height: 1.3 }
h1 { font-size: 14pt; break-after: avoid; border-bottom: 0.75pt solid #1f2f46 }
.gap { background: #ffeb99 }
.point { counter-increment: point; text-indent: -0.3in; margin-left: 0.5in }
.point::before {
  content: counter(point) ". "; display: inline-block; width: 0.3in; text-indent: 0; white-space: pre }
.flag { background: #fbeceb; border-left: 3pt solid #b3261e; padding-left: 8pt }
.box { border: 1pt solid #1f2f46; padding: 3pt; width: 80% }
.note { position: absolute; top: 0; left: -0.5in; width: 0.4in; border-left: 2pt solid #3c6186 }
.ragged { text-align: justify }
table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0 }
thead { break-after: avoid }
tr { break-inside: avoid }
th, td { padding: 0 4pt; vertical-align: top; text-align: left; border-bottom: 0.5pt solid #c9ced6 }
th { border-top: 0.75pt solid #1f2f46; vertical-align: bottom; break-after: avoid }
tr:last-child > td { border-bottom: 0 }
.sum { text-align: right }
.open tr { break-inside: auto }
.low { vertical-align: bottom; line-height: 2 }
.head { font: bold 8pt "Liberation Sans"; text-align: center; padding: 2pt 6pt 3pt }
.tall { height: 30pt; vertical-align: middle }
.base { vertical-align: baseline; font-size: 15pt }
"""

_ROWS = "".join(
    f'<tr><td><p class="text">Week {n}</p></td><td><p class="sum">${n * 1234 / 100:,.2f}</p></td>'
    f"<td><p>{note}</p></td></tr>"
    for n, note in enumerate(
        ("late", "", "½ day – AVAToefl", "שלום 12", "x" * 40, "Zoë O’Brien-Nguyễn paid in cash, no stub")
    )
)

_CELLS = "".join(
    f'<tr><td class="head">Week {n}</td><td class="sum">$1,234.{n % 4}0</td>'
    f'<td class="{look}">{note}</td></tr>'
    for n, (look, note) in enumerate(
        (
            ("low", "low – AVAToefl"), ("base", "on one line"), ("tall", "in the middle"), ("sum", " blank "),
            ("base", ""), ("low", "broken into lines, as wide as it is"), ("sum", "שלום 12"),
            ("tall", "<strong>bold</strong> word"), ("head", "a\u00a0b"), ("sum", "½ “day”"),
            ("low", "x" * 40),
        )
        * 2
    )
)  # fmt: skip

_PAGE = f"""<html lang="en-US"><head><title>Proof</title></head><body>
<h1>To the owner</h1>
<p>A <strong>bold</strong> and an <em>italic</em> word, a <a href="https://example.org/">link</a>,
<span class="gap">[to be confirmed: last day]</span> and <u>a line</u>.</p>
<p class="point">Pay the wages, which were due on the day of discharge and have not been paid.</p>
<p class="point">Keep every record.</p>
<p class="flag"><strong>Must fix:</strong> the date.</p>
<div style="position: relative"><p class="note">A note beside the text</p></div>
<p class="box">In a frame.</p>
<p class="ragged">Justified words that run over two lines of this small page, at least.</p>
<ul><li>one</li><li lang="es">dos</li></ul>
<table><thead><tr><th scope="col"><p>Week</p></th>
<th scope="col"><p class="sum">Sum</p></th><th scope="col"><p>Note</p></th>
</tr></thead><tbody>{_ROWS}</tbody></table>
<table class="open"><tbody>{_CELLS}</tbody></table>
<p>The end.</p><p></p></body></html>"""


def rendered() -> bytes:
    """The document as a tagged PDF in our variant, by whatever functions are in place now."""
    settings = fonts.configuration()
    document = HTML(string=_PAGE, base_url="").render(
        font_config=settings, stylesheets=[CSS(string=_CSS, font_config=settings)], **metadata.drawn_in()
    )
    data: bytes = document.write_pdf(finisher=metadata.finish, **metadata.options())
    return data
