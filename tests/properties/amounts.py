"""How much is tried: little on a working day, much in `make proof` (HYPOTHESIS_PROFILE=proof)."""

import os

from hypothesis import HealthCheck, settings

PROOF = os.environ.get("HYPOTHESIS_PROFILE") == "proof"


def amount(daily: int, proof: int) -> int:
    """The number for this run."""
    return proof if PROOF else daily


def tries(daily: int, proof: int) -> settings:
    """That many examples, however long one takes."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    return settings(max_examples=amount(daily, proof), deadline=None, suppress_health_check=slow)
