"""What goes between this process and its children: pickles that also hold mapping proxies and our errors."""

import io
import pickle
from types import MappingProxyType
from typing import Any

from app.core.kinds import Refused
from app.documents.errors import DocumentError

_OURS = (DocumentError, Refused)


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """How a proxy or one of our errors is packed; everything else as always."""
        if isinstance(value, MappingProxyType):
            return _proxy, (dict(value),)
        if isinstance(value, _OURS):
            return _again, (type(value), value.args, vars(value), _cause(value))
        return NotImplemented


def packed(value: object) -> bytes:
    """The bytes of a value; TypeError, AttributeError or PicklingError if it cannot travel."""
    into = io.BytesIO()
    _Packer(into, pickle.HIGHEST_PROTOCOL).dump(value)
    return into.getvalue()


def unpacked(data: bytes) -> Any:
    """The value of bytes that a child of ours, or its parent, has packed; never of bytes from elsewhere."""
    return pickle.loads(data)


def opened(data: bytes) -> Any:
    """What a child made, or the raising of the error it sent instead."""
    done, made = unpacked(data)
    if not done:
        raise made
    return made


def _cause(error: BaseException) -> BaseException | None:
    """What the error was raised from, if it is one of ours; any other could hold what somebody said."""
    return error.__cause__ if isinstance(error.__cause__, _OURS) else None


def _proxy(content: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(content)


def _again(
    kind: type[Exception], args: tuple[Any, ...], fields: dict[str, Any], cause: BaseException | None
) -> Exception:
    """An error with the same fields, made without its constructor, which may want other arguments."""
    error = kind.__new__(kind, *args)
    error.args, error.__cause__ = args, cause
    vars(error).update(fields)
    return error
