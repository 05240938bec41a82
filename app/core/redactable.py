"""What a question may be marked with, so that a paper everybody can read prints it blacked out."""

REDACTABLE = (
    "social security number", "driver license number", "state id number", "passport number",
    "taxpayer number", "account number", "date of birth", "name of a minor", "protected person contact",
    "witness name", "closed case number",
)  # fmt: skip
"""The words after `redact:` and in a list of what is redacted; which of them a day's list names is law."""
MINOR = "name of a minor"
"""The item that prints as initials."""
