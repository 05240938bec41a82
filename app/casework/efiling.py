"""What goes to the court electronically: the files of the set, made in a child of the box, and a manifest."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.core.questionnaire import DocumentSpec
from app.documents import box, efiling
from app.documents.box import Job
from app.documents.efiling import FOLDER, MANIFEST, CourtPaper, Filed
from app.documents.exhibits import listed
from app.documents.paper import Made
from app.law.parameters import TABLE

LIMIT = "efile_size_limit_mb"


def of_review(job: Job, papers: Sequence[Made]) -> tuple[Filed, ...]:
    """The set of a packet of review copies: a rehearsal."""
    court = [each for each in papers if each.paper.audience == "court"]
    return files(job, [paper(each.paper.spec, each.pdf) for each in court])


def files(job: Job, papers: Sequence[CourtPaper]) -> tuple[Filed, ...]:
    """The files of the set under the limit in force on the job's day."""
    # The papers hold what was brought already; its files would travel to the child a second time.
    most = TABLE.value_on(LIMIT, job.today).number
    return box.run(replace(job, files=()), efiling.filing_set, tuple(papers), most)


def written(made: Sequence[Filed], today: date, *, rehearsal: bool) -> dict[str, bytes]:
    """Every file by its path, the manifest of the set first."""
    limit = TABLE.value_on(LIMIT, today)
    since = limit.effective_from.isoformat()
    told = {"megabytes": str(limit.number), "from": since, "confirmed": limit.confirmed}
    content = efiling.manifest(made, rehearsal=rehearsal, limit=told)
    listed = (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
    return {f"{FOLDER}/{MANIFEST}": listed} | {f"{FOLDER}/{each.name}": each.pdf for each in made}


def paper(spec: DocumentSpec, pdf: bytes) -> CourtPaper:
    """A court paper for the set; an exhibit may be cut into parts."""
    return CourtPaper(spec.title, spec.filing, pdf, listed.is_exhibit(spec.name))
