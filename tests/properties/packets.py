"""Whole packets of generated drafts of the real form, abandoned branches behind each, gates lifted."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from random import Random

from pypdf import PdfReader

from app.core.questionnaire import Form
from app.documents import assembly, package, reading
from app.documents.assembly import Packet
from app.documents.draft import Draft
from app.documents.packet import Lifted
from app.documents.paper import Made
from tests.properties.amounts import amount
from tests.properties.sayings import TODAY, Words
from tests.properties.shipped import ROOT, invented_office, wage_claim
from tests.properties.walks import abandoned, walked


@dataclass(frozen=True)
class Generated:
    """A packet, the words said on its path and those said on branches that were left."""

    draft: Draft
    packet: Packet
    on_path: Words
    left: Words

    @property
    def papers(self) -> tuple[Made, ...]:
        """Every paper made, withheld ones too."""
        return (*self.packet.papers, *self.packet.withheld)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Everything that can be read in each paper, by its document."""
        return {
            made.paper.document: folded(docx_text(made.docx) + pdf_text(made.pdf)) for made in self.papers
        }

    def found(self, words: Words, document: str) -> set[str]:
        """Which of these words stand anywhere in a paper: its text, its margins, its properties."""
        return {word for word in words.said if folded(word) in self.texts[document]}


@lru_cache(maxsize=amount(3, 4))
def generated(seed: int) -> Generated:
    """The packet of one generated draft."""
    random, on_path, left = Random(seed), Words("Zq"), Words("Vy")
    reached = walked(wage_claim(), random, on_path)
    answers = abandoned(reached, random, left)
    lifted = [Lifted(gate.name, "Morgan A. Tessel", "99901", "Talked over") for gate in reached.gates]
    draft = Draft(wage_claim(), ROOT, answers, invented_office(), TODAY, lifted=lifted)
    return Generated(draft, assembly.packet(draft), on_path, left)


def told_to_keep(form: Form) -> Form:
    """The same form without its conditions: every branch stays on the path, abandoned or not."""
    sections = [
        replace(
            section,
            when=None,
            questions=tuple(
                replace(each, when=None, each=tuple(replace(inner, when=None) for inner in each.each))
                for each in section.questions
            ),
        )
        for section in form.sections
    ]
    return replace(form, sections=tuple(sections))


def docx_text(data: bytes) -> str:
    """The text of every part of a Word file, tags taken out."""
    return " ".join(
        re.sub(rb"<[^>]+>", b"", part).decode("utf-8", "replace") for part in package.unpack(data).values()
    )


def pdf_text(data: bytes) -> str:
    """The text of a PDF as our reader and as another reader see it, and its properties."""
    pdf = PdfReader(io.BytesIO(data))
    seen = [reading.words_of_pdf(data), *(page.extract_text() for page in pdf.pages), str(pdf.metadata)]
    return " ".join(seen)


def folded(text: str) -> str:
    """Small letters without blanks, since a line may end anywhere."""
    return "".join(text.casefold().split())
