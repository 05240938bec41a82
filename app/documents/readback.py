"""Reads a finished packet back and says where a Word file and its PDF do not hold the same words."""

from collections.abc import Mapping

from app.documents import reading
from app.documents.assembly import Packet


def differences(packet: Packet) -> Mapping[str, str]:
    """For each paper of a packet, held or withheld too, the first difference between its two files."""
    papers = (*packet.papers, *packet.held, *packet.withheld)
    found = {made.paper.document: reading.difference(made.docx, made.pdf) for made in papers if made.docx}
    return {document: sentence for document, sentence in found.items() if sentence}
