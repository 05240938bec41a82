"""Why a file that was brought is not let in: one sentence that says what to do."""

from app.documents.errors import DocumentError


class NotAdmitted(DocumentError):
    """The file was not let in, and nothing of it is kept."""


DAMAGED = "This PDF is damaged. Open it in a reader and print it to a new PDF."
UNREADABLE = "This file cannot be read. Print it to a new PDF, or take a picture of it."
DAMAGED_PICTURE = "This picture is damaged or cut off. Take or save it again."
LOCKED = "This PDF is locked. Open it and print it to a new PDF without a password."
NEITHER = "This is not a PDF, JPEG or PNG. Print it to a PDF, or take a picture of it."
WORD = "This is a Word, Excel or zip file. Open it and save it as a PDF."
APPLE = "This is a picture in the HEIC form of some telephones. Share or save it as a JPEG."
EMPTY = "This file is empty. Choose another one."
MARKED = "This PDF holds comments, marks or fields to fill in. Print it to a new PDF and look at it."
LAYERED = "This PDF has layers that can be shown and hidden. Print it to a new PDF and look at it."
PACKED = "Other files are packed into this PDF. Take them out and add each one for itself."
STRANGE = "This PDF is packed in a way that can do harm. Print it to a new PDF, or scan it as pictures."
MOVING = "This picture moves. Save the one picture of it that matters as a JPEG or PNG."
BOMB = "This file unpacks to more than a paper can hold. Print it to a new PDF in parts, or save it smaller."
