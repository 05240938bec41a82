"""Children end with the process they work for, however it ends."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.documents.box.conftest import ROOT

PARENT = """
import sys
from datetime import date
from pathlib import Path
from app.core.answers import EMPTY
from app.core.office import EMPTY as NO_OFFICE
from app.documents.box import Box, Job
from tests.documents.box import acts

if __name__ == "__main__":
    job = Job(Path("."), "mo/wage_claim", EMPTY, NO_OFFICE, date(2026, 3, 2))
    box = Box(2, acts=("tests.documents.box.acts",))
    print(*{box.run(job, acts.process) for _ in range(8)}, flush=True)
    tickets = [box.send(job, act) for act in (acts.sleeping, acts.busy)]
    print("at work", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_no_child_outlives_a_parent_that_is_killed(tmp_path: Path, how: signal.Signals) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    command, environment = [sys.executable, str(script)], {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        known = [int(word) for word in parent.stdout.readline().split()]
        assert parent.stdout.readline() == "at work\n"
        parent.send_signal(how)
        parent.wait(10)
        until = time.monotonic() + 10
        while time.monotonic() < until and any(Path(f"/proc/{pid}").exists() for pid in known):
            time.sleep(0.05)
        assert known
        assert not [pid for pid in known if Path(f"/proc/{pid}").exists()]
