"""Run by the system's own Python, which has `uno`: keeps a connection to a LibreOffice and converts by it.

A line of standard input names a Word file and the PDF to make of it, with a tab between; `done` answers it.
"""

import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]


def main(port: str) -> None:
    """Connect, say `ready`, convert until the input ends."""
    desktop = connected(port)
    print("ready", flush=True)
    for line in sys.stdin:
        source, target = (uno.systemPathToFileUrl(path) for path in line.rstrip("\n").split("\t"))
        document = desktop.loadComponentFromURL(source, "_blank", 0, (named("Hidden", True),))
        document.storeToURL(target, (named("FilterName", "writer_pdf_Export"),))
        document.close(True)
        print("done", flush=True)


def connected(port: str) -> Any:
    """The desktop of the listener at this port, waited for as long as a cold start may take."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    address = f"uno:socket,host=127.0.0.1,port={port},tcpNoDelay=1;urp;StarOffice.ComponentContext"
    for _ in range(300):
        try:
            there = resolver.resolve(address)
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not begin to listen.")


def named(name: str, value: object) -> Any:
    """A property as LibreOffice takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(sys.argv[1])
