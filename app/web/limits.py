"""How much a page may be sent, by the page; anything larger is turned away before it is read."""

from flask import Request

from app.core.questionnaire import Question

KILOBYTE = 1024
ANSWER = 64 * KILOBYTE
STORY = 256 * KILOBYTE
"""20,000 characters of any script, as forms encode them: up to twelve bytes each."""
TABLE = 1024 * KILOBYTE
FILE = 10_000_000
"""The file of an exhibit or a template, as it is brought through a page."""
LARGEST = FILE + ANSWER


def allow(request: Request, limit: int) -> None:
    """Let this request be so large and no larger."""
    request.max_content_length = limit
    request.max_form_memory_size = min(limit, TABLE)


def of_endpoint(endpoint: str | None) -> int:
    """The limit of a page."""
    files = {"exhibits.change": FILE + ANSWER, "templates_pages.bring": FILE + ANSWER}
    return {"table.paste": TABLE, **files}.get(endpoint or "", ANSWER)


def of_question(question: Question | None) -> int:
    """The limit of the page a question is answered on."""
    if question is not None and question.as_table:
        return TABLE
    return STORY if question is not None and question.kind_name == "story" else ANSWER
