"""What can go wrong between plain data and a finished paper, each told in one sentence."""


class DocumentError(Exception):
    """A paper was not made; the message says what is wrong and what to do."""


class NotPlain(DocumentError):
    """The context holds something a template may not see; nothing was rendered."""


class NameMissing(DocumentError):
    """A template reads a name the context does not have."""


class CannotPrint(DocumentError):
    """A value has no printed form where the template asks for one."""


class OpenGap(DocumentError):
    """A clean copy was asked for while a marked blank is still open."""


class BrokenDocument(DocumentError):
    """The rendered XML is not well-formed; it is refused, never mended silently."""


class FetchRefused(DocumentError):
    """A page asked for something outside our own bundle."""


class FontsMissing(DocumentError):
    """The faces the PDF is set in are not on this machine."""


class TwinMissing(DocumentError):
    """A page is not a twin this engine wrote, or not one it can lay out."""
