"""Temporary folders, and the few commands that need root."""

import os
import pathlib
import subprocess
import tempfile

AS_ROOT = [] if os.geteuid() == 0 else ["sudo", "-n"]


# Where those who run in such a folder write their process ids.
PID_FILES = ("queue/pid/master.pid", "data/postmaster.pid", "server.pid", "bearerbox.pid",
             "smsbox.pid", "fakesmsc.pid")

# A test that is killed (ctest does that when its time is up) cleans nothing up. So a shell waits
# for the end of a pipe that only the test holds. It is nobody's child: whoever kills the test with
# all its children does not find it. After an orderly end there is nothing left for it to do.
KEEPER = """
exec 3<&0
{ cat <&3; kill -9 $(head -qn1 {pids}); rm -rf {folder}; } >/dev/null 2>&1 &
"""


def temporary_folder(test):
    """Other users (postfix, postgres) must be able to enter it; it goes when the test ends."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tellfirst-"))
    folder.chmod(0o755)
    keeper = subprocess.Popen(
        [*AS_ROOT, "sh", "-c", KEEPER.replace("{folder}", str(folder)).replace(
            "{pids}", " ".join(str(folder / name) for name in PID_FILES))],
        stdin=subprocess.PIPE, start_new_session=True)
    keeper.wait(20)
    test.addCleanup(keeper.stdin.close)
    test.addCleanup(run, *AS_ROOT, "rm", "-rf", folder)
    return folder


def run(*command, **options):
    """Runs a command that must succeed; says what it printed if it does not. Answers its output."""
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=60, **options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}")
    return done.stdout
