#!/usr/bin/env python3
"""Sets the simulation beside pyfair's (https://pypi.org/project/pyfair/) in one run on one machine.

pyfair computes its bare model of two factors, loss event frequency and loss magnitude; our sampler draws
two factors in the same ranges; and the whole simulation of the Kaspr matter is drawn, with every
step of the method. Each at the same number of outcomes, several rounds in turn; the medians count.

    pip install pyfair
    python3 benches/pyfair.py [--draws 100000] [--rounds 15] [--write docs/performance.md]

With --write the part of that page between its two marks is written anew.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import time
from importlib import metadata

BEGIN, END = "<!-- pyfair: begin -->", "<!-- pyfair: end -->"


def pyfair_times(draws: int, rounds: int) -> list[float]:
    """How long pyfair takes for its model of two factors, in seconds, the first round not counted."""
    from pyfair import FairModel

    times = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        model = FairModel(name="Two factors", n_simulations=draws)
        model.input_data("Loss Event Frequency", low=0.1, mode=1.0, high=10.0)
        model.input_data("Loss Magnitude", low=10_000, mode=100_000, high=1_000_000)
        model.calculate_all()
        assert len(model.export_results()) == draws
        times.append(time.perf_counter() - begun)
    return times[1:]


def our_times(draws: int, rounds: int) -> dict:
    """What benches/beside.rs measured."""
    command = ["cargo", "bench", "--quiet", "--no-default-features", "--bench", "beside", "--"]
    command += ["--draws", str(draws), "--rounds", str(rounds)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(printed.strip().splitlines()[-1])


def table(draws: int, ours: dict, theirs: list[float]) -> str:
    """The figures as a table with ratios."""
    medians = {
        "pyfair " + metadata.version("pyfair") + ", two factors": statistics.median(theirs),
        "Amende, the same two factors": statistics.median(ours["two_factors"]),
        "Amende, the whole Kaspr simulation": statistics.median(ours["kaspr"]),
    }
    first = next(iter(medians.values()))
    lines = [f"{draws:,} outcomes each, {len(theirs)} rounds, {ours['threads']} threads; medians.", ""]
    lines += ["| what | milliseconds | times as fast as pyfair |", "|---|---|---|"]
    lines += [f"| {name} | {value * 1000:.1f} | {first / value:.1f} |" for name, value in medians.items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--write", type=pathlib.Path)
    arguments = parser.parse_args()
    ours = our_times(arguments.draws, arguments.rounds)
    written = table(arguments.draws, ours, pyfair_times(arguments.draws, arguments.rounds))
    print(written)
    if arguments.write:
        page = arguments.write.read_text(encoding="utf-8")
        head, rest = page.split(BEGIN, 1)
        tail = rest.split(END, 1)[1]
        arguments.write.write_text(f"{head}{BEGIN}\n{written}\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
