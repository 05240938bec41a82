"""The calculations of orders of protection that a questionnaire may name."""

from collections.abc import Mapping

from app.law.entry import Entry
from app.law.protection import (
    acts,
    age,
    checklist,
    children,
    deadlines,
    figures,
    home,
    lists,
    relief,
    screening,
    slips,
    venue,
)

ENTRIES: Mapping[str, Entry] = {
    "protection.grounds": Entry(screening.grounds, screening.ProtectionResult, "order_for"),
    "protection.relief": Entry(relief.relief, relief.ReliefResult, "order_for"),
    "protection.acts": Entry(acts.acts, acts.ActsResult, opens=True),
    "protection.age": Entry(age.age, age.AgeResult, opens=True),
    "protection.children": Entry(children.children, children.ChildrenResult, opens=True),
    "protection.checklist": Entry(checklist.checklist, checklist.ChecklistResult, "order_for"),
    "protection.figures": Entry(figures.figures, figures.FiguresResult),
    "protection.home": Entry(home.home, home.HomeResult, opens=True),
    "protection.lists": Entry(lists.lists, lists.ListsResult, opens=True),
    "protection.slips": Entry(slips.slips, slips.SlipsResult, inputs=slips.INPUTS, opens=True),
    "protection.venue": Entry(venue.chosen, venue.VenueResult, opens=True),
    "protection.deadlines": Entry(deadlines.deadlines, deadlines.ProtectionDeadlinesResult, "order_for"),
}
"""Each by its name."""
