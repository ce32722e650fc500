"""What matplotlib's image tests gave, and what they gave before."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The RMS difference, of 255 levels, within which a picture is close.
CLOSE = 2.0
# The RMS difference up to which nobody sees one: new scenes of the library must be within it.
NEAR = 0.5
# From best to worst.
RANKS = ["within", "close", "beyond", "untranslatable", "crashed"]
MEANING = {
    "within": "native, within the test's own tolerance",
    "close": f"native, within an RMS of {CLOSE:g}",
    "beyond": "native, beyond that",
    "untranslatable": "not translatable",
    "crashed": "crashed or too slow",
}


@dataclass(frozen=True)
class Result:
    """Of a test: how good it was, the RMS difference of its worst picture, and why it is not better."""

    rank: str
    rms: str
    reason: str

    @classmethod
    def of(cls, line: dict[str, Any]) -> Result:
        rms, reason = line["rms"], line["reason"]
        shown = "" if rms is None else f"{rms:.2f}"
        if reason.startswith("Untranslatable: "):
            return cls("untranslatable", "", reason.removeprefix("Untranslatable: "))
        if reason or rms is None:
            return cls("crashed", shown, reason)
        rank = "within" if line["tolerated"] else "close" if rms <= CLOSE else "beyond"
        return cls(rank, shown, "")

    def is_worse_than(self, other: Result) -> bool:
        is_near = self.rank == "close" and float(self.rms) <= NEAR
        if is_near and other.rank == "within":
            # Which of the two it is depends on the tolerance of the test alone, which is often 0.
            return False
        return RANKS.index(self.rank) > RANKS.index(other.rank)


class Results:
    """Results by the names of tests."""

    def __init__(self, all_of_them: dict[str, Result]) -> None:
        self.all = all_of_them

    @classmethod
    def of(cls, lines: Iterable[dict[str, Any]]) -> Results:
        """Of what the plugin noted; tests that matplotlib skips are none."""
        ran = (line for line in lines if not line["reason"].startswith("skipped: "))
        return cls({line["test"]: Result.of(line) for line in ran})

    @classmethod
    def read(cls, path: Path) -> Results:
        if not path.exists():
            return cls({})
        with path.open(newline="") as file:
            rows = csv.reader(file, delimiter="\t")
            next(rows)
            return cls({test: Result(*rest) for test, *rest in rows})

    def write(self, path: Path) -> None:
        with path.open("w", newline="") as file:
            rows = csv.writer(file, delimiter="\t", lineterminator="\n")
            rows.writerow(["test", "result", "rms", "reason"])
            for test, result in sorted(self.all.items()):
                rows.writerow([test, result.rank, result.rms, result.reason])

    def report(self, path: Path, *, is_whole: bool, update: bool) -> int:
        """Print all that is not close, the sums, and what is worse than expected; 1 if anything is."""
        expected = Results.read(path)
        for test, result in sorted(self.all.items(), key=lambda item: (RANKS.index(item[1].rank), item)):
            if result.rank not in ("within", "close"):
                print(f"{result.rank}: {test} {result.rms} {result.reason}".rstrip())
        counts = Counter(result.rank for result in self.all.values())
        for rank in RANKS:
            print(f"{counts[rank]:5} {MEANING[rank]}")
        close = counts["within"] + counts["close"]
        print(f"{close:5} of {len(self.all)} within an RMS of {CLOSE:g} or the test's own tolerance")
        worse = [
            f"worse: {test} was {was.rank} {was.rms}, is {now.rank} {now.rms} {now.reason}"
            for test, was in expected.all.items()
            if (now := self.all.get(test)) is not None and now.is_worse_than(was)
        ]
        gone = [f"gone: {test}" for test in expected.all if is_whole and test not in self.all]
        print(*worse, *gone, sep="\n", end="\n" if worse or gone else "")
        if update:
            kept = {
                test: now
                for test, now in self.all.items()
                if test not in expected.all or not now.is_worse_than(expected.all[test])
            }
            present = {test: was for test, was in expected.all.items() if f"gone: {test}" not in gone}
            Results({**present, **kept}).write(path)
        return int(bool(worse or gone))
