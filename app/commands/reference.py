"""`draftwell reference`: every word of the language of forms, from the code that gives it its meaning."""

from collections.abc import Iterator
from pathlib import Path

import click

from app.commands import reference_parts
from app.commands.saying import NotDone
from app.commands.writing import written
from app.law.catalogue import CALCULATIONS

ABOUT = """# The language of forms

Made by `draftwell reference`; do not edit it. The [guide](guide.md) shows how to use it.

A form is a questionnaire (YAML), a Word template for each document, and situations that prove it."""
CONDITIONS = """\
A condition is `NAME COMPARISON VALUE`, or several under `all:` or `any:`. Of a list: `any ITEM:` and
`every ITEM:`, by the word the list has for one item. `fact.field` looks into a result. A question is asked
and a paper made only when it is certainly true; a flag and a gate apply unless it is certainly false; a gap
makes it neither."""
TAGS = """\
`{{ name }}` and `{{ name.part }}` print. `{% if name %}` … `{% else %}` … `{% endif %}` choose, also with
`{% if not name %}`. `{% for x in name %}` … `{% endfor %}` repeats. With a `p` (`{%p if name %}`) a tag takes
a paragraph of its own that is not printed; with `tr` a row of a table. Nothing else is a tag; a comparison is
a fact of the questionnaire.

`{{ today }}` is the day of the draft. `made.NAME` asks whether a document is in the packet; `this` is the
entry a document with `each` is made for."""


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="The file to write; without it, it is printed.")
def reference(out: Path | None) -> None:
    """Print the reference of the language of forms.

    \b
    Example:
      draftwell reference --out docs/language.md
    """
    text = "\n".join(lines()) + "\n"
    if out is None:
        click.echo(text, nl=False)
        return
    if out.suffix != ".md":
        raise NotDone(f"{out} must end in .md.")
    written(out, text.encode())
    click.echo(f"wrote {out}")


def lines() -> Iterator[str]:
    """The whole reference, line by line."""
    parts = reference_parts
    yield ABOUT
    yield from ("", "## The words of a form file", *parts.words())
    yield from ("", "## Kinds of answers", *parts.kinds())
    yield from ("", "## Conditions", "", CONDITIONS, *parts.comparisons())
    yield from ("", "## Tags in Word", "", TAGS, "", *parts.loops(), "", *parts.always(), *parts.filters())
    yield from ("", "## Layouts and styles", *parts.looks())
    yield from ("", "## What the check finds", *parts.rules())
    yield from ("", "## Calculations", *parts.calculations(CALCULATIONS))
