"""Turn pip's install report on standard input into lines for constraints.txt.

``pip install --dry-run --report -`` tells which versions it would choose. Only
names and versions are kept: an address or a hash would tie the file to one
registry and one platform.
"""

import json
import sys

HEADER = """\
# Versions that pass the checks together on Python 3.11, 3.12 and 3.13.
# Written by `make constraints`; see docs/decisions/0001-pip-with-constraints.md.
"""


def main() -> None:
    """Write one ``name==version`` line for each package of the report."""
    report = json.load(sys.stdin)
    packages = [item["metadata"] for item in report["install"]]
    # "+cpu" and the like name a build that only some registries have.
    lines = sorted(
        f"{package['name'].lower()}=={package['version'].partition('+')[0]}\n"
        for package in packages
        if package["name"] != "onrecord"
    )
    sys.stdout.write(HEADER + "".join(lines))


if __name__ == "__main__":
    main()
