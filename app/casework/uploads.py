"""Files that people bring, let in by the upload guard in a child of the box."""

from app.documents import box
from app.documents.box import Job, OverLimit
from app.documents.errors import DocumentError
from app.documents.exhibits import admission
from app.documents.exhibits.file import File
from app.documents.exhibits.refusals import UNREADABLE, NotAdmitted


def admitted(job: Job, item: str, name: str, data: bytes) -> File:
    """The clean PDF of a file for one exhibit of the job's draft; raises NotAdmitted."""
    try:
        return box.run(job, admission.admitted, item, name, data)
    except NotAdmitted:
        raise
    except OverLimit as over:
        raise NotAdmitted(
            "Reading this file takes too much time or memory. Print it to a new PDF, or bring it in parts."
        ) from over
    except DocumentError as fault:
        raise NotAdmitted(UNREADABLE) from fault
