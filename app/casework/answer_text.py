"""The text of an answer file, written from its content so that `draftwell assemble` reads the same again."""

from collections.abc import Mapping
from typing import Any

import yaml


def written(answers: Mapping[str, Any]) -> str:
    """YAML, one answer after another in the order they come."""
    return yaml.safe_dump(_plain(answers), sort_keys=False, allow_unicode=True, width=100)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None else str(value)
