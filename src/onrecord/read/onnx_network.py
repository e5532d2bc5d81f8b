"""The weights that come with the package, run by ONNX Runtime."""

from pathlib import Path

import numpy as np
import onnxruntime

from onrecord.core import InputError
from onrecord.read.decode import BoolArray, FloatArray, IntArray
from onrecord.read.network import KIND_TAGS, ROLE_TAGS, TokenScores

MAX_GAP = 256
# Left to itself, ONNX Runtime joins additions and layer normalisations into one
# operator that is five times slower on processors (1.20 to 1.32, AVX-512).
_SLOWER = ["SkipLayerNormFusion"]


class OnnxNetwork:
    """The encoder and the pair head as two ONNX Runtime sessions.

    Args:
        folder: Holds ``encoder.onnx`` and ``pairs.onnx``.

    Raises:
        InputError: The folder lacks a graph, as a damaged installation does.
    """

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        # Of its own each call takes one thread; the reader calls from several.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder = _open(folder / "encoder.onnx", options)
        self._pairs = _open(folder / "pairs.onnx", options)

    def encode(self, ids: IntArray, codes: IntArray, mask: BoolArray) -> TokenScores:
        """Score every piece; see `onrecord.read.network.Network`."""
        feed = {"ids": ids, "codes": codes, "mask": mask.astype(np.int32)}
        tags, projected = self._encoder.run(None, feed)
        roles, names, nominals = np.split(
            tags, [len(ROLE_TAGS), len(ROLE_TAGS) + len(KIND_TAGS)], axis=2
        )
        return roles, names, nominals, projected

    def pair(
        self, projected: FloatArray, cues: FloatArray, mask: BoolArray
    ) -> FloatArray:
        """Score every piece for one cue a row; see `onrecord.read.network.Network`."""
        gaps = np.arange(cues.shape[1])[None] - cues.argmax(axis=1)[:, None]
        feed = {
            "projected": projected,
            "cues": cues,
            "gaps": np.clip(gaps, -MAX_GAP, MAX_GAP) + MAX_GAP,
            "mask": mask.astype(np.int32),
        }
        scores: FloatArray = self._pairs.run(None, feed)[0]
        return scores


def _open(
    path: Path, options: onnxruntime.SessionOptions
) -> onnxruntime.InferenceSession:
    if not path.is_file():
        raise InputError(
            f"the reader's weights are missing at {str(path)!r}; install onrecord again"
        )
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=_SLOWER,
    )
