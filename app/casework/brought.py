"""The files of a draft's exhibits as the document floor wants them."""

from app.documents.exhibits.file import File
from app.store import attachments
from app.store.transaction import Transaction
from app.store.who import Who


def files(t: Transaction, who: Who, draft: str, *, whole: bool = True) -> tuple[File, ...]:
    """Every file; without `whole` none is opened, which is enough for a plan of the papers."""
    return tuple(
        File(
            each.item,
            each.name,
            attachments.content(t, who, draft, each) if whole else b"",
            each.pages,
            each.without_text,
        )
        for each in attachments.listed(t, who, draft)
    )
