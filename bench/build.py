"""How long a build takes: all of the release preset without a cache, then after one changed file."""

import os
import subprocess

from measuring import FOLDER, ROOT, seconds

CHANGED = ("src/kernel/text.cpp", "src/kernel/json.hpp")


def build(folder):
    environment = {**os.environ, "CCACHE_DISABLE": "1"}
    subprocess.run(["cmake", "--build", folder, "--target", "tellfirst"], check=True,
                   stdout=subprocess.DEVNULL, env=environment)


def main():
    folder = FOLDER / "release"
    subprocess.run(["rm", "-rf", folder], check=True)
    subprocess.run(["cmake", "--preset", "release", "-B", folder], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    print(f"full, without a cache: {seconds(lambda: build(folder)):.0f} s", flush=True)
    for name in CHANGED:
        os.utime(ROOT / name)
        print(f"after a change of {name}: {seconds(lambda: build(folder)):.1f} s", flush=True)


if __name__ == "__main__":
    main()
