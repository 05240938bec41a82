"""What the bench's two papers are filled with: plain data about invented people, another for each number."""

from datetime import date, timedelta
from decimal import Decimal

Context = dict[str, object]

PEOPLE = (
    "Zoë O’Brien-Nguyễn", "María José Peñaloza Íñiguez", "Đặng Thị Mỹ Hạnh", "Ruth “Dot” Quist",
    "Anaïs Lefèvre", "Trần Văn Bảo", "Łucja Żółkiewska", "Renée D'Angelo",
)  # fmt: skip
FIRMS = (
    "Whit & Sons <Cleaning>, LLC", "O'Hare \"Quick\" Catering, Inc.", "Phở & Bún House LLC",
    "Ozark Bridge Linen <Rental> Co.", "Café Año Nuevo, LLC", "Gable & Gable “Estates” LP",
)  # fmt: skip
PLACES = ("48 Industrial Drive", "7 Küster Lane, Unit B", "2300 Cañón Road", "15 Mill & River Street")
DUTIES = (
    "cleaning rooms, folding linen & carrying supplies between the floors",
    "cooking, taking orders by telephone (<20 an hour) and closing the kitchen",
    "caring for an elderly couple by day and night, with meals and medicines",
)
STORY = (
    "Most days began before six. Our client opened the doors, set up the carts & checked the list that hung "
    "“by the boiler”; nobody wrote those minutes down. When the list was done, the next one came.",
    "In the second month the sheets were changed after they had been signed: what said 9 > 8 hours before "
    "said 8 afterwards. Our client's own notes, kept in a small calendar, show each day as it was.",
    "When our client asked for the rest, the answer was: “That's how we do it here – take it or leave it.” "
    "The answer was given before two others, Trần Văn Bảo and Renée D'Angelo, who remember it.",
)
SAID = "“Write down eight & be glad,” the supervisor said; “anything > 8 isn't paid – không có tiền.”"
FIRST_WEEK = date(2025, 3, 2)
RATE = Decimal("13.75")


def letter_context(number: int, weeks: int = 40) -> Context:
    """What the demand letter of the number-th person says, with that many workweeks."""
    client, firm = _one(PEOPLE, number), _one(FIRMS, number)
    rows, sums = _weeks(number, weeks)
    return {
        "office": {"letterhead": {"name": "Sample & Example Legal Aid",
                                  "lines": ["1 First Street", "Liberty, Missouri 64068", "816-555-0187"]}},
        "attorney": {"signature": ["Ruth Quist", "Attorney", "Missouri Bar No. 00000"]},
        "sent": _day(date(2026, 3, 5) + timedelta(number % 20)),
        "deliver_by": ["By certified mail", f"By e-mail to office{number}@example.com"],
        "client": {"full": client, "initials": "".join(f"{part[0]}." for part in client.split())},
        "by_initials": number % 5 == 4,
        "employer": {"name": firm, "trade_name": "Bright & Early" if number % 2 else "", "lawyer": "",
                     "account": f"W-{1000 + number}", "lines": [_one(PLACES, number), "Liberty, MO 64068"]},
        "job": {"title": "housekeeper & night clerk", "place": _one(PLACES, number + 1),
                "began": _day(FIRST_WEEK), "ended": _day(FIRST_WEEK + timedelta(7 * weeks)),
                "duties": _one(DUTIES, number), "supervisor": _one(PEOPLE, number + 3), "rate": _money(RATE),
                "raised": _money(RATE + 1), "raised_from": _day(FIRST_WEEK + timedelta(140))},
        "called_contractor": number % 3 == 0,
        "story": list(STORY),
        "weeks": rows, "weeks_said": str(weeks), "sums": sums,
        "estimated": True, "premium": True, "doubled": True,
        "last_pay": _money(RATE * (10 + number % 30)),
        "reply_by": _day(date(2026, 4, 6) + timedelta(number % 20)),
        "retaliation": "Our client's shifts were cut on the day after the first question; that must end.",
        "court": "the Circuit Court of Clay County, Missouri",
        "other_people": [{"name": _one(PEOPLE, number + at), "part": part}
                         for at, part in ((1, "worked on the same shift"), (2, "kept the keys"))],
        "copies": [client],
    }  # fmt: skip


def pleading_context(number: int, incidents: int = 6) -> Context:
    """What the petition of the number-th person says: three defendants, so many incidents, two counts."""
    plaintiff, firm = _one(PEOPLE, number), _one(FIRMS, number)
    return {
        "caption": {"court": "IN THE CIRCUIT COURT OF CLAY COUNTY, MISSOURI", "county": "Clay County",
                    "title": "PETITION FOR UNPAID WAGES", "first": plaintiff, "first_role": "Plaintiff",
                    "second_role": "Defendants", "number": f"26CY-CV{10000 + number}", "division": "",
                    "client_role": "Plaintiff", "limited_appearance": number % 2 == 0},
        "plaintiff": {"full": plaintiff, "county": "Clay County, Missouri",
                      "safe_at_home": number % 3 == 0},
        "minor": False, "next_friend": "",
        "people": [
            {"name": firm, "what": "a company of Missouri", "place": _one(PLACES, number),
             "controlled": False},
            {"name": _one(PEOPLE, number + 3), "what": "its manager", "place": "", "controlled": True},
            {"name": _one(PEOPLE, number + 5), "what": "one of its owners", "place": "", "controlled": True},
        ],
        "job": {"title": "housekeeper & night clerk", "began": _day(FIRST_WEEK), "rate": _money(RATE),
                "ended": _day(FIRST_WEEK + timedelta(280)), "duties": _one(DUTIES, number)},
        "incidents": [_incident(number, place) for place in range(incidents)],
        "records_missing": True,
        "counts": [_count(heading, number + at) for at, heading in enumerate(
            ("Minimum Wage and Overtime", "Breach of the Promise to Pay"))],
        "jury": number % 4 != 3,
        "attorney": {"name": "Ruth Quist", "bar_number": "00000", "phone": "816-555-0187",
                     "email": "ruth@example.org"},
        "office": {"name": "Sample & Example Legal Aid", "fax": "",
                   "address": {"lines": ["1 First Street", "Liberty, Missouri 64068"]}},
    }  # fmt: skip


def _incident(number: int, place: int) -> Context:
    return {
        "day": _day(FIRST_WEEK + timedelta(40 * place + number % 30)),
        "place": _one(PLACES, number + place),
        "what": "Plaintiff worked through the night and was told to write down eight hours & no more; the "
        "sheet was changed when Plaintiff wrote eleven, as it had been.",
        "people": [_one(PEOPLE, number + place), _one(PEOPLE, number + place + 2)] if place % 2 else [],
        "said": SAID if place % 3 == 0 else "",
        "parts": ["the hours from 10 p.m. to 6 a.m. were left out;", "the meal time < 10 minutes was taken "
                  "off as a full hour."] if place % 2 == 0 else [],
    }  # fmt: skip


def _count(heading: str, number: int) -> Context:
    return {
        "heading": heading,
        "lines": [
            "Defendants owed Plaintiff the wages of each workweek on the regular payday of that week, in "
            "money, for every hour that they allowed or ordered Plaintiff to work.",
            "Defendants did not pay them then or later, although Plaintiff asked in writing & in person.",
        ],
        "sum": _money(Decimal(4210 + 13 * number)),
        "fixed": True,
        "jointly": True,
        "orders": ["the unpaid wages;", "twice that sum as liquidated damages;", "costs & attorney’s fees."],
    }


def _weeks(number: int, weeks: int) -> tuple[list[dict[str, str]], dict[str, str]]:
    rows, all_hours, all_over, all_due, all_paid = [], Decimal(0), Decimal(0), Decimal(0), Decimal(0)
    for place in range(weeks):
        hours = Decimal(38 + (number + 3 * place) % 17) + Decimal("0.5") * (place % 2)
        over, starts = max(hours - 40, Decimal(0)), FIRST_WEEK + timedelta(7 * place)
        due, paid = RATE * hours + RATE / 2 * over, Decimal("9.50") * hours
        rows.append({"span": f"{starts:%b} {starts.day} – {starts + timedelta(6):%b %-d, %Y}",
                     "hours": f"{hours:f}", "overtime": f"{over:f}", "rate": _money(RATE),
                     "due": _money(due), "paid": _money(paid), "short": _money(due - paid)})  # fmt: skip
        all_hours, all_over, all_due, all_paid = (
            all_hours + hours,
            all_over + over,
            all_due + due,
            all_paid + paid,
        )
    short = all_due - all_paid
    sums = {"hours": f"{all_hours:f}", "overtime": f"{all_over:f}", "due": _money(all_due),
            "paid": _money(all_paid), "short": _money(short), "added": _money(2 * short),
            "total": _money(3 * short)}  # fmt: skip
    return rows, sums


def _one(choices: tuple[str, ...], number: int) -> str:
    return choices[number % len(choices)]


def _money(value: Decimal) -> str:
    return f"${value:,.2f}"


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
