"""What keeps an official form from being filled: one sentence, with the file and line of its map."""

from app.core.places import Place
from app.documents.errors import DocumentError


class NotFilled(DocumentError):
    """The official form was not filled; nothing of it was written."""

    def __init__(self, place: Place, sentence: str) -> None:
        self.place, self.sentence = place, sentence
        super().__init__(f"{place} {sentence}")
