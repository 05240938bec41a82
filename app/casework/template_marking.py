"""The copy of a proposed Word template with a margin comment at each fault that the check found in it."""

from app.casework import templating
from app.casework.desk import Desk
from app.core.answers import EMPTY
from app.core.office import EMPTY as NO_OFFICE
from app.documents import box, incoming
from app.documents.box import Job
from app.store.who import Who


def marked(desk: Desk, who: Who, id: str) -> bytes:
    """The marked copy, made in the box; raises NotFound, or a DocumentError."""
    seen = templating.look(desk, who, id)
    notes = [(fault.spot, fault.sentence) for fault in seen.report.faults if fault.file == seen.paper.file]
    data = templating.content(desk, who, id, "docx")
    job = Job(desk.root, seen.paper.form.name, EMPTY, NO_OFFICE, desk.today)
    return box.run(job, incoming.marked, data, notes)
