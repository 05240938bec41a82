"""The papers of a draft: what there is, what is held back, a preview beside the answers, and downloads."""

import io
import re

from flask import Blueprint, render_template, request, send_file
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from app.casework import approved, papers, path
from app.casework.papers import Desired, Download, Papers
from app.casework.path import Spot
from app.core.expansion import offered
from app.core.questionnaire import FOLDERS
from app.documents.box import OverLimit
from app.documents.errors import DocumentError
from app.documents.refusals import Unfinished, Withheld
from app.documents.traces import Source
from app.store.errors import NotFound
from app.web import access, addresses, check, headers, stamps
from app.web import withheld as kept

bp = Blueprint("papers", __name__)
AUDIENCES = {
    "court": "For the court",
    "other side": "For the other side",
    "client": "For the client",
    "office only": "For the office only",
}
ENDINGS = ("docx", "pdf")


@bp.get("/d/<ref>/p")
def page(ref: str) -> str:
    return _page(papers.planned(access.desk(), access.who(), ref))


def _page(found: Papers, sentences: tuple[str, ...] = (), blamed: tuple[tuple[str, str], ...] = ()) -> str:
    now, plan = found.now, found.plan
    every = sorted((*plan.papers, *plan.held), key=lambda each: each.number)
    groups = [
        (AUDIENCES[audience], FOLDERS[audience], [each for each in every if each.audience == audience])
        for audience in FOLDERS
    ]
    first = now.interview.next
    return render_template(
        "papers.html",
        ref=now.draft.id,
        now=now,
        groups=[group for group in groups if group[2]],
        numbers={spec.name: number for number, spec in offered(now.form, now.interview.documents)},
        open=now.interview.missing,
        broken=now.interview.broken,
        resume=addresses.spot(now.draft.id, path.page_of(now.interview, first)) if first else "",
        kept=kept.of(now),
        sentences=sentences,
        sources=blamed,
        to_bring=found.to_bring,
        approval=approved.look(access.desk(), access.who(), now.draft.id).standing,
        hidden=stamps.hidden(now.revision),
    )


@bp.post("/d/<ref>/p")
def download(ref: str) -> Response | tuple[str, int]:
    try:
        made = papers.download(access.desk(), access.who(), ref, wanted_by(request.form))
    except Unfinished:
        return _page(papers.planned(access.desk(), access.who(), ref)), 409
    except Withheld as withheld:
        found = papers.planned(access.desk(), access.who(), ref)
        return _page(found, (str(withheld),), kept.links(found.now, withheld.findings)), 409
    except DocumentError as refused:
        found, status = papers.planned(access.desk(), access.who(), ref), 409
        if isinstance(refused, OverLimit):
            status = 503
        return _page(found, tuple(str(refused).splitlines())), status
    return handed_out(made)


def wanted_by(form: MultiDict[str, str]) -> Desired:
    """What a form asks to download; raises NotFound for what no page offers."""
    document, _, ending = form.get("file", "").partition(".")
    folder = form.get("folder", "")
    if (document and ending not in ENDINGS) or folder not in ("", *FOLDERS.values()):
        raise NotFound
    return Desired(document, ending, folder, plain_names=form.get("names") == "plain")


def handed_out(made: Download) -> Response:
    """A file as a download that no browser keeps or runs."""
    response = send_file(io.BytesIO(made.data), as_attachment=True, download_name=made.name, etag=False)
    response.headers["Content-Security-Policy"] = headers.DOWNLOAD_SECURITY
    response.headers["Cache-Control"] = headers.NO_STORE
    return response


@bp.get("/d/<ref>/p/<int:number>")
def preview(ref: str, number: int) -> str:
    found = papers.planned(access.desk(), access.who(), ref)
    now = found.now
    spec = dict(offered(now.form, now.interview.documents)).get(number)
    if spec is None:
        raise NotFound
    used = dict[tuple[str, str | None], None]()

    def wrap(printed: Markup, source: Source) -> Markup:
        used[source.question, source.item] = None
        href = _href(found, source, number)
        return Markup('<a class="dw-value" href="{}">{}</a>').format(href, printed) if href else printed

    try:
        body, why = _inside_a_page(papers.shown(access.desk(), access.who(), ref, spec.name, wrap)), ""
    except DocumentError as refused:
        body, why = Markup(), str(refused)
    asked = [each for each in now.interview.asked if (each.question.path, each.item) in used]
    return render_template(
        "preview.html",
        ref=ref,
        spec=spec,
        body=body,
        why=why,
        paper=found.plan.paper(spec.name),
        kept=kept.of(now).get(spec.name),
        lines=[check.line(now, each, f"p{number}") for each in asked],
        hidden=stamps.hidden(now.revision),
    )


def _inside_a_page(body: Markup) -> Markup:
    """The body with its headings below the page's own and widths as attributes, for pages allow no styles."""
    text = re.sub(r"<(/?)h([1-3])\b", lambda match: f"<{match[1]}h{int(match[2]) + 2}", str(body))
    return Markup(re.sub(r'style="width: ([\d.]+%)"', r'width="\1"', text))


def _href(found: Papers, source: Source, number: int) -> str:
    question = found.now.form.question(source.question)
    asked = found.now.interview.at(question, source.item) if question else None
    if asked is None:
        return ""
    spot: Spot = path.page_of(found.now.interview, asked)
    return addresses.spot(found.now.draft.id, spot, f"p{number}")
