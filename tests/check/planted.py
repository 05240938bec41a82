"""Every fault that is planted, and how many of each rule are tried on a working day."""

from collections.abc import Iterator

from tests.check import seeds_files, seeds_text, seeds_word
from tests.check.seeding import Seed
from tests.properties.amounts import amount

SEEDS: tuple[Seed, ...] = (*seeds_text.seeds(), *seeds_word.seeds(), *seeds_files.seeds())
EACH = amount(3, len(SEEDS))


def tried() -> Iterator[Seed]:
    """Some of every rule, spread over its seeds; all of them in `make proof`."""
    for rule in dict.fromkeys(seed.rule for seed in SEEDS):
        own = [seed for seed in SEEDS if seed.rule == rule]
        yield from own[:: max(1, -(-len(own) // EACH))]
