"""What in a line of law is a citation, and what an author says is not read yet."""

import re

_LAWS = (
    r"RSMo (?:chapter )?\d",
    r"\d+ (?:USC|U\.S\.C\.|CFR|C\.F\.R\.|CSR) (?:part |chapter |Part |§ ?)?\d",
    r"\b[Rr]ules? \d",
    r"\bConst\. ",
    r"\b\d+ (?:S\.W\.(?:[23]d)?|U\.?S\.?|S\. ?Ct\.|F\.(?:[23]d|4th)?|F\. ?Supp\.(?: ?[23]d)?|Mo\.) \d",
    r"\bIn re |\bv\. [A-Z]",
    r"\bNo\. [A-Z]{0,3}\d",
    r"\b(?:Pub\. ?L\.|Public Law|H\.?B\.?|S\.?B\.?|[Ff]orm|Laws) (?:No\. )?[A-Z]*-?\d",
)
_CITES = re.compile("|".join(_LAWS))
_OPEN = re.compile(r"\((?:[a-z]+ )?not confirmed\)|\(cite-check\)")


def cites(text: str) -> bool:
    """Whether a line names a statute, rule, constitution, case or act by its number."""
    return _CITES.search(text) is not None


def is_unread(text: str) -> bool:
    """Whether a citation is marked as one that nobody has read: `(not confirmed)` or `(cite-check)`."""
    return _OPEN.search(text) is not None


def without(text: str) -> str:
    """A line without its citations, to see what else it says."""
    return _CITES.sub(" ", text)
