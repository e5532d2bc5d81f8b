"""Fit what makes shares of right answers of the reader's probabilities.

Writes slope and offset of each sort of confidence into the weights' card. Fitted on the
development articles; the error printed is that of five parts, each judged by a line
fitted on the other four.

Usage:
    python -m evals.calibrate --shared DIR
"""

import argparse
import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from evals.corpus import Corpus
from evals.measures.reliability import Judged, calibration_error, equal_width
from evals.sections.calibration import judge_all
from onrecord.core import to_json
from onrecord.read.calibration import Calibration
from onrecord.read.readers import TrainedReader

_PARTS = 5


def fit(judged: Sequence[Judged]) -> Calibration:
    """Fit the line that makes what is right likeliest.

    Args:
        judged: Confidences with whether what they were given for is right.

    Example:
        >>> sure = [(0.9, i % 2 == 0) for i in range(100)]
        >>> round(fit([*sure, (0.1, False), (0.2, True)]).of(0.9), 1)
        0.5
    """
    prob = np.clip([confidence for confidence, _ in judged], 1e-6, 1 - 1e-6)
    odds, right = np.log(prob / (1 - prob)), np.array([r for _, r in judged])

    def loss(line: np.ndarray) -> float:
        scores = line[0] * odds + line[1]
        # A little pull towards the line as it is, for few labels.
        pull = 0.5 * ((line[0] - 1) ** 2 + line[1] ** 2)
        return float((np.logaddexp(0, scores) - right * scores).sum() + pull)

    slope, offset = minimize(loss, (1.0, 0.0)).x
    return Calibration(round(float(slope), 4), round(float(offset), 4))


def held_out_error(judged: Sequence[Judged]) -> float:
    """Give the calibration error of parts that their line was not fitted on."""
    mapped = []
    for part in range(_PARTS):
        rest = [one for i, one in enumerate(judged) if i % _PARTS != part]
        line = fit(rest)
        mapped += [(line.of(prob), right) for prob, right in judged[part::_PARTS]]
    return calibration_error(equal_width(mapped))


def main() -> None:
    """Read the command line, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    corpus, reader = Corpus(args.shared), TrainedReader(calibrated=False)
    rows = [to_json(record) for record in reader.read(corpus.documents())]
    attributions, _, contacts = judge_all(corpus, rows)
    found = {}
    for name, judged in (("attribution", attributions), ("contact", contacts)):
        line = fit(judged)
        found[name] = {"slope": line.slope, "offset": line.offset}
        error = held_out_error(judged)
        print(f"{name}: {len(judged)} judged, {line}, held-out error {error:.3f}")
    path = Path(str(files("onrecord.read") / "weights" / "weights.json"))
    card = json.loads(path.read_text(encoding="utf-8")) | {"calibration": found}
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
