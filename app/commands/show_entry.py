"""A form as JSON tells it to a program."""

from app.commands.condition_words import words
from app.core.questionnaire import Form, Question


def form_entry(form: Form) -> dict[str, object]:
    """Everything `draftwell show` says of a form."""
    return {
        "form": form.name,
        "title": form.title,
        "about": form.about,
        "status": form.status,
        "review_by": form.review_by,
        "authority": form.authority,
        "sections": [
            {
                "title": section.title,
                "by_attorney": section.by_attorney,
                "when": words(section.when),
                "questions": [_question_entry(question) for question in section.questions],
            }
            for section in form.sections
        ],
        "facts": [
            {"name": fact.name, "means": fact.means, "when": words(fact.when), "law": fact.law}
            | {"calculate": fact.calculation.name if fact.calculation else None}
            for fact in form.facts.values()
        ],
        "flags": [
            {
                "name": flag.name,
                "level": flag.level,
                "say": flag.say,
                "when": words(flag.when),
                "law": flag.law,
            }
            for flag in form.flags
        ],
        "gates": [
            {"name": gate.name, "say": gate.say, "when": words(gate.when), "law": gate.law}
            | {"holds": gate.holds}
            for gate in form.gates
        ],
        "documents": [
            {"name": each.name, "title": each.title, "for": each.audience, "when": words(each.when)}
            | {"layout": each.layout, "cites": each.cites, "reveals": each.reveals}
            | {"filing": each.filing if each.audience == "court" else None, "each": each.each}
            | {"twins": "redacted" if each.twins else None}
            for each in form.documents
        ],
    }


def _question_entry(question: Question) -> dict[str, object]:
    entry: dict[str, object] = {
        "number": question.number,
        "name": question.path,
        "ask": question.ask,
        "kind": question.kind_name,
        "keep": question.keep,
        "law": question.law,
        "when": words(question.when),
        "may_be_blank": question.may_be_blank,
        "unsure": question.unsure,
        "redact": question.redact,
        "why": question.why,
    }
    if question.choices:
        entry["choices"] = dict(question.choices)
    if question.each:
        entry["each"] = [_question_entry(each) for each in question.each]
    return entry
