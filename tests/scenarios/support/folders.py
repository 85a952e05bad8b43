"""Temporary folders, and the few commands that need root."""

import os
import pathlib
import subprocess
import tempfile

AS_ROOT = [] if os.geteuid() == 0 else ["sudo", "-n"]


def temporary_folder(test):
    """Other users (postfix, postgres) must be able to enter it; it goes when the test ends."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tellfirst-"))
    folder.chmod(0o755)
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
