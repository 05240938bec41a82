"""One paper at a time, warm: Word and PDF by the product and by stock, in turns."""

from contextlib import ExitStack
from functools import partial

from bench import ours, stock, words
from bench.boxed import Boxed
from bench.children import Child, in_turns
from bench.rows import Row, faster

PAPERS = ("letter", "pleading")
UA = "pdf/ua-1"


def docx_rows(rounds: int) -> list[Row]:
    """Word files: the product's way, the layer below it, docxtpl."""
    made: list[Row] = []
    for paper in PAPERS:
        product, layer, peer = _docx_children(paper)
        _play([product, layer, peer], rounds)
        made.append(faster(f"docx-{paper}", "stock-docxtpl", product.times, peer.times))
        made.append(faster(f"docx-{paper}, first layer", "stock-docxtpl", layer.times, peer.times))
    return made


def _docx_children(paper: str) -> tuple[Child, Child, Child]:
    before = partial(ours.context, paper)
    return (
        Boxed(f"docx-{paper}", partial(ours.docx, paper), before, repeats=20),
        Child(f"docx-{paper}, first layer", partial(ours.first_layer, paper), before, repeats=20),
        Child("stock-docxtpl", partial(stock.docx, paper), before),
    )


def pdf_rows(rounds: int) -> list[Row]:
    """Tagged PDFs: the product's way, WeasyPrint told the same kind, and told its plainest tagged kind."""
    made: list[Row] = []
    for paper in PAPERS:
        product, peer, plainer = _pdf_children(paper)
        _play([product, peer, plainer], rounds)
        made.append(faster(f"pdf-{paper}", "stock-weasyprint", product.times, peer.times))
        made.append(faster(f"pdf-{paper}", f"stock-weasyprint, {UA}", product.times, plainer.times))
    return made


def _pdf_children(paper: str) -> tuple[Child, Child, Child]:
    before = partial(stock.page, paper)
    return (
        Boxed(f"pdf-{paper}", partial(ours.pdf_of, paper), partial(ours.context, paper)),
        Child("stock-weasyprint", partial(stock.pdf_of, paper), before),
        Child(UA, partial(stock.pdf_of, paper, variant=UA), before),
    )


def _play(children: list[Child], rounds: int) -> None:
    """Compare the words of all, once, then their times."""
    with ExitStack() as stack:
        for child in children:
            stack.enter_context(child)
        read = words.of_docx if "docx" in children[0].name else words.of_pdf
        first, *others = [read(child.ask(child.run, 1)) for child in children]  # type: ignore[arg-type]
        for child, said in zip(children[1:], others, strict=True):
            words.same(f"{children[0].name} and {child.name}", first, said)
        in_turns(children, rounds)
