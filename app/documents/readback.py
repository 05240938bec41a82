"""Reads a finished packet back and says where a Word file and its PDF do not hold the same words."""

from collections.abc import Mapping

from app.documents import reading
from app.documents.assembly import Packet


def differences(packet: Packet) -> Mapping[str, str]:
    """For each paper of a packet that differs from itself, its document's name and the first difference."""
    found = {made.paper.document: reading.difference(made.docx, made.pdf) for made in packet.papers}
    return {document: sentence for document, sentence in found.items() if sentence}
