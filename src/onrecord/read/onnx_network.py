"""The weights that come with the package, run by ONNX Runtime."""

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime

from onrecord.core import InputError
from onrecord.read.decode import FORBIDDEN, FloatArray, IntArray
from onrecord.read.mention_pairs import NOBODY, Candidates
from onrecord.read.network import AnchorScores, TokenScores

MAX_GAP = 256
# Left to itself, ONNX Runtime joins additions and layer normalisations into one
# operator that is five times slower on processors (1.20 to 1.32, AVX-512).
_SLOWER = ["SkipLayerNormFusion"]


class OnnxNetwork:
    """Three ONNX Runtime sessions: encoder, anchors, mentions.

    Args:
        folder: Holds ``encoder.onnx``, ``anchors.onnx`` and ``mentions.onnx``.

    Raises:
        InputError: The folder lacks a graph, as a damaged installation does.
    """

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        # Of its own each call takes one thread; the reader calls from several.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        _share_memory()
        options.add_session_config_entry("session.use_env_allocators", "1")
        self._encoder = _open(folder / "encoder.onnx", options)
        self._anchors = _open(folder / "anchors.onnx", options)
        self._mentions = _open(folder / "mentions.onnx", options)

    def encode(self, ids: IntArray, codes: IntArray) -> TokenScores:
        """Score every piece; see `onrecord.read.network.Network`."""
        return TokenScores(*self._encoder.run(None, {"ids": ids, "codes": codes}))

    def read(
        self, projected: FloatArray, anchors: FloatArray, *, task: int
    ) -> AnchorScores:
        """Read for one anchor a row; see `onrecord.read.network.Network`."""
        gaps = np.arange(anchors.shape[1])[None] - anchors.argmax(axis=1)[:, None]
        feed = {
            "projected": projected,
            "anchors": anchors,
            "gaps": np.clip(gaps, -MAX_GAP, MAX_GAP) + MAX_GAP,
            "tasks": np.full(len(anchors), task, dtype=np.int64),
        }
        return AnchorScores(*self._anchors.run(None, feed))

    def rank(
        self, first: FloatArray, last: FloatArray, candidates: Candidates
    ) -> FloatArray:
        """Score whom mentions mean; see `onrecord.read.network.Network`."""
        feed = {
            "first": first,
            "last": last,
            "queries": candidates.queries,
            "mentions": candidates.mentions,
            "features": candidates.features,
        }
        scores, none = self._mentions.run(None, feed)
        there = np.where(candidates.mentions == NOBODY, FORBIDDEN, scores[..., 0])
        ranked: FloatArray = np.concatenate((none, there), axis=1)
        return ranked


@cache
def _share_memory() -> None:
    """Let all sessions that ask for it work in the same memory.

    Of their own, each keeps as much as its largest call took, rounded up to a power of
    two: 350 MB instead of 260 for the three after twenty articles.
    """
    info = onnxruntime.OrtMemoryInfo(
        "Cpu",
        onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR,
        0,
        onnxruntime.OrtMemType.DEFAULT,
    )
    as_asked_for = {"arena_extend_strategy": 1}
    unlimited = {"max_mem": 0, "initial_chunk_size_bytes": -1}
    rest = {"max_dead_bytes_per_chunk": -1}
    onnxruntime.create_and_register_allocator(
        info, onnxruntime.OrtArenaCfg(as_asked_for | unlimited | rest)
    )


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
