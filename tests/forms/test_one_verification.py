"""A court paper is sworn to once at most, and no petition that opens a case claims to have been served."""

import re

from tests.forms.stories import Paper, answers, court_papers

DECLARED = re.compile(r"\bunder (?:the )?penalt(?:y|ies) of perjury\b", re.IGNORECASE)
JURAT = re.compile(r"\bsubscribed and sworn\b", re.IGNORECASE)
SWORN = re.compile(r"\bduly sworn\b", re.IGNORECASE)
OPEN = re.compile(
    r"^\[to be confirmed: [^\]]*(?:verif|sworn|perjury|oath)[^\]]*\]", re.IGNORECASE | re.MULTILINE
)
WAYS = {"declaration": DECLARED, "prescribed": DECLARED, "notary": JURAT}
"""What a petition holds by the attorney's choice; 610.140.14's own sentence is a declaration too."""
PRESCRIBED = re.compile(r"true and correct to the best of my knowledge", re.IGNORECASE)
SERVED = re.compile(r"certificate of service|was served on each", re.IGNORECASE)


def verifications(text: str) -> int:
    """How many times a paper is sworn to: declarations, oaths with their jurat, and one left open."""
    oaths = max(len(JURAT.findall(text)), len(SWORN.findall(text)))
    return len(DECLARED.findall(text)) + oaths + len(OPEN.findall(text))


def sworn_twice(papers: list[Paper]) -> list[str]:
    """Papers with more than one verification."""
    return [paper.where for paper in papers if verifications(paper.text) > 1]


def unsworn(papers: list[Paper]) -> list[str]:
    """Papers that have the heading of a verification and none below it."""
    headed = (paper for paper in papers if re.search(r"^Verification$", paper.text, re.MULTILINE))
    return [paper.where for paper in headed if verifications(paper.text) != 1]


def test_no_court_paper_is_sworn_to_twice() -> None:
    papers = list(court_papers())
    assert papers
    assert sworn_twice(papers) == []


def test_where_a_verification_is_headed_there_is_exactly_one() -> None:
    assert unsworn(list(court_papers())) == []


def sworn_as_chosen(paper: Paper) -> bool:
    """Whether a petition is sworn to once, in the way the attorney of its story chose."""
    arrest = paper.name.startswith("petition_false_arrest")
    choice = answers(paper.form, paper.story).get("verification_arrest" if arrest else "verification")
    way = WAYS.get(choice, OPEN) if isinstance(choice, str) else OPEN
    return verifications(paper.text) == 1 and bool(way.search(paper.text))


def petitions() -> list[Paper]:
    return [paper for paper in court_papers() if paper.is_petition]


def test_every_petition_is_sworn_to_exactly_once_in_the_way_that_was_chosen() -> None:
    assert petitions()
    assert [paper.where for paper in petitions() if not sworn_as_chosen(paper)] == []


def test_a_petition_that_lost_its_verification_would_be_noticed() -> None:
    paper = petitions()[0]
    bare = Paper(**{**vars(paper), "text": DECLARED.sub("", JURAT.sub("", SWORN.sub("", paper.text)))})
    assert not sworn_as_chosen(bare)


def test_the_statute_s_own_sentence_prints_where_it_was_chosen() -> None:
    told = [
        paper
        for paper in petitions()
        if answers(paper.form, paper.story).get("verification") == "prescribed"
        and re.search(r"petition(_\d+)?(_unredacted)?$", paper.name)
    ]
    assert told
    assert [paper.where for paper in told if not PRESCRIBED.search(paper.text)] == []


def test_all_ways_of_swearing_are_counted() -> None:
    declared = "I, Ana Sample, state under penalty of perjury that this is true."
    oath = "Ana Sample, being duly sworn, states: it is true.\nSubscribed and sworn to before me on"
    left_open = "Verification\n[to be confirmed: how the petition is verified]"
    assert [verifications(text) for text in (declared, oath, left_open)] == [1, 1, 1]
    assert verifications(f"{declared}\n{oath}") == 2


def test_a_second_verification_would_be_noticed() -> None:
    paper = next(each for each in court_papers() if verifications(each.text) == 1)
    doubled = Paper(**{**vars(paper), "text": f"{paper.text}\nSubscribed and sworn to before me on"})
    assert sworn_twice([doubled]) == [paper.where]


def test_every_way_to_swear_stands_in_some_story() -> None:
    texts = [paper.text for paper in court_papers()]
    for way in (DECLARED, JURAT, OPEN):
        assert any(way.search(text) for text in texts), way.pattern


def served_too_soon(papers: list[Paper]) -> list[str]:
    """Petitions that open a case and hold a certificate of service."""
    return [paper.where for paper in papers if paper.is_petition and SERVED.search(paper.text)]


def test_no_original_petition_has_a_certificate_of_service() -> None:
    assert served_too_soon(petitions()) == []


def test_a_certificate_of_service_on_a_petition_would_be_noticed() -> None:
    paper = next(each for each in court_papers() if each.is_petition)
    planted = Paper(**{**vars(paper), "text": f"{paper.text}\nCertificate of Service\n"})
    assert served_too_soon([planted]) == [paper.where]


def test_papers_of_a_later_stage_have_one() -> None:
    """The control of the pattern: it finds the certificate where it belongs."""
    assert any(SERVED.search(paper.text) for paper in court_papers() if not paper.is_petition)
