"""The small form of the packet tests, and templates in a folder of their own."""

from tests.documents.engine.conftest import template
from tests.documents.packet.conftest import own_root, root

__all__ = ["own_root", "root", "template"]
