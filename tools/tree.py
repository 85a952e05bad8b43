"""What check-rooms, check-shape and check-docs share: the tree they look at and how they report."""

import argparse
import os
import pathlib
import re
import sys

NOT_OURS = {".git", "build", "node_modules", "__pycache__"}

# R"sql(...)sql" and its kin: a text, its delimiter in group 1, what stands in it in group 2.
RAW_STRING = re.compile(r'R"([^\s()\\]{0,16})\((.*?)\)\1"', re.DOTALL)


class Findings:
    """Collects what is wrong; `report` says it and gives the exit code."""

    def __init__(self):
        self.lines = []

    def add(self, path, line, text):
        self.lines.append(f"{path}:{line}: {text}")

    def report(self, name, looked_at):
        for line in sorted(set(self.lines)):
            print(line)
        verdict = f"{len(set(self.lines))} wrong" if self.lines else "all well"
        print(f"{name}: looked at {looked_at} files, {verdict}")
        return 1 if self.lines else 0


def root():
    """The repository: --root, else TELLFIRST_ROOT, else the one that this script lies in."""
    own = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--root", default=os.environ.get("TELLFIRST_ROOT", own),
                        help="another tree to look at (for the checks' own tests)")
    return pathlib.Path(parser.parse_args().root)


def files(top, below=".", endings=()):
    """All files of ours below a folder, relative to the root, in a stable order."""
    found = []
    for folder, folders, names in os.walk(top / below):
        folders[:] = sorted(set(folders) - NOT_OURS)
        for name in sorted(names):
            if not endings or name.endswith(tuple(endings)):
                found.append((pathlib.Path(folder) / name).relative_to(top))
    return found


def read(top, path):
    return (top / path).read_text(encoding="utf-8", errors="replace")


def line_at(text, offset):
    return text.count("\n", 0, offset) + 1


def without_raw_strings(text):
    """The same lines, with nothing left inside raw strings that could be taken for code."""
    return RAW_STRING.sub(lambda found: '""' + "\n" * found.group(0).count("\n"), text)
