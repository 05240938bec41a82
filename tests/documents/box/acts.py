"""Acts that misbehave as a template, its data or a flaw of a library could make a child misbehave."""

import ctypes
import faulthandler
import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
from pathlib import Path

from app.documents.draft import Draft
from app.documents.errors import DocumentError


def answer(draft: Draft, words: str = "done") -> str:
    return words


def name_of_form(draft: Draft) -> str:
    return draft.form.name


def busy(draft: Draft) -> None:
    while True:
        pass


def busy_in_c(draft: Draft) -> bool:
    return bool(re.match(r"(a+)+$", "a" * 60 + "b"))


def sleeping(draft: Draft, seconds: float = 3600) -> str:
    time.sleep(seconds)
    return "awake"


def deaf_and_busy(draft: Draft) -> None:
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    while True:
        pass


def hoarding(draft: Draft) -> int:
    held = []
    while True:
        held.append(bytearray(1 << 20))


def one_huge_string(draft: Draft) -> int:
    return len("A" * 900_000_000)


def padded(draft: Draft) -> int:
    return len("x".center(900_000_000))


def huge_number(draft: Draft) -> int:
    return (9**9**8).bit_length()


def huge_list(draft: Draft, length: int = 200_000_000) -> int:
    return len(list(range(length)))


def doubling(draft: Draft) -> int:
    text = "lol"
    while True:
        text += text


def huge_output(draft: Draft, size: int = 60 << 20) -> bytes:
    return bytes(size)


def many_small_files(draft: Draft) -> dict[str, bytes]:
    return {str(number): bytes(1 << 16) for number in range(1000)}


def forking(draft: Draft) -> int:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return child


def fork_bomb(draft: Draft) -> None:
    while True:
        os.fork()


def running_a_program(draft: Draft) -> str:
    return subprocess.run(["/bin/true"], check=False).args[0]


def running_a_shell(draft: Draft) -> int:
    return os.system("true")


def spawning(draft: Draft) -> int:
    return os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)[1]


def becoming_another(draft: Draft) -> None:
    os.execv("/bin/true", ["true"])


def opening_a_socket(draft: Draft) -> str:
    with socket.socket() as made:
        return str(made.family)


def connecting(draft: Draft, port: int) -> str:
    with socket.create_connection(("127.0.0.1", port), timeout=2):
        return "connected"


def looking_up(draft: Draft) -> str:
    return str(socket.getaddrinfo("localhost", 80)[0][4][0])


def writing(draft: Draft, path: Path) -> str:
    path.write_text("left behind")
    return "written"


def reading(draft: Draft, path: Path) -> str:
    return path.read_text()


def reading_by_link(draft: Draft, path: Path) -> str:
    return (draft.root / "link").read_text()


def listing(draft: Draft, path: Path) -> list[str]:
    return os.listdir(path)


def deleting(draft: Draft, path: Path) -> str:
    path.unlink()
    return "deleted"


def opening_a_database(draft: Draft) -> str:
    with sqlite3.connect(":memory:") as made:
        return str(made.execute("select 1").fetchone())


def loading_a_library(draft: Draft) -> str:
    return str(ctypes.CDLL(None))


def killing_the_parent(draft: Draft) -> str:
    os.kill(os.getppid(), 0)
    return "reached"


def leaving(draft: Draft) -> None:
    os._exit(3)


def leaving_as_if_done(draft: Draft) -> None:
    os._exit(0)


def aborting(draft: Draft) -> None:
    os.abort()


def crashing(draft: Draft) -> None:
    faulthandler._sigsegv()  # type: ignore[attr-defined]


def falling(draft: Draft) -> int:
    return falling(draft) + 1


def stopping(draft: Draft) -> None:
    raise SystemExit("Robin Sample")


def interrupting(draft: Draft) -> None:
    raise KeyboardInterrupt


def tripping(draft: Draft) -> None:
    raise KeyError("Robin Sample")


def unpackable(draft: Draft) -> object:
    return lambda: "Robin Sample"


def refusing(draft: Draft) -> None:
    raise DocumentError("A sentence.")


def environment(draft: Draft) -> dict[str, str]:
    return dict(os.environ)


def memory(draft: Draft) -> int:
    text = Path("/proc/self/status").read_text()
    return int(text.split("VmRSS:")[1].split()[0])


def process(draft: Draft) -> int:
    return os.getpid()
