"""The office profile and the signing attorney as templates see them, absent values as marked gaps."""

from app.core.kinds import KINDS, Plain, Settings
from app.core.office import Attorney, Office
from app.core.values import Address
from app.documents.plain_values import mark


def office_context(office: Office) -> dict[str, object]:
    """What a template may name of the office; fax and website may be missing and then print nothing."""
    return {
        "name": office.name or mark("name of the office"),
        "letterhead": {
            "name": office.letterhead_name or office.name or mark("name of the office"),
            "lines": list(office.letterhead_lines) or _letterhead(office),
        },
        "address": _address(office.address, "address of the office"),
        "phone": office.phone or mark("telephone of the office"),
        "fax": office.fax,
        "email": office.email or mark("e-mail of the office"),
        "website": office.website,
        "payment": {
            "payee": office.payee or mark("payee"),
            "address": _address(office.payment_address, "address for payments"),
        },
        "hotlines": [{"name": one.name, "phone": one.phone, "about": one.about} for one in office.hotlines],
    }


def attorney_context(attorney: Attorney | None) -> dict[str, object]:
    """What a template may name of the attorney who signs; nobody chosen is all gaps."""
    one = attorney or Attorney("")
    name = one.name or mark("attorney who signs")
    number = one.bar_number or mark("Missouri bar number")
    email = one.email or mark("e-mail of the attorney")
    phone = one.phone or mark("telephone of the attorney")
    made = [name, f"Missouri Bar No. {number}", email, phone]
    return {
        "name": name, "bar_number": number, "email": email, "phone": phone, "title": one.title,
        "signature": list(one.signature) or [made[0], *filter(None, [one.title]), *made[1:]],
    }  # fmt: skip


def _letterhead(office: Office) -> list[str]:
    address = _address(office.address, "address of the office")
    line = address["line"] if isinstance(address, dict) else ""
    contact = " · ".join(filter(None, [office.phone, office.email]))
    return [str(line), *filter(None, [contact])]


def _address(address: Address | None, label: str) -> Plain:
    kind = KINDS["address"]
    return kind.plain(address, Settings()) if address else kind.gap(mark(label), Settings())
