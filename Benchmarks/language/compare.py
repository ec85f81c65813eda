"""Runs each program here under CPython and under the cell language, in turn, and prints medians and their ratio.

    python3 Benchmarks/language/compare.py path/to/CellProbe [--runs 5]

A whole process is timed, without the time of an empty program.
"""
import argparse
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument('probe')
parser.add_argument('--runs', type=int, default=5)
options = parser.parse_args()
here = pathlib.Path(__file__).parent


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, done.stdout


with tempfile.TemporaryDirectory() as folder:
    empty = pathlib.Path(folder, 'empty.py')
    empty.write_text('')
    sides = {'python': [sys.executable, '-I'], 'cells': [options.probe]}
    idle = {name: statistics.median(seconds(command + [empty])[0] for _ in range(options.runs)) for name, command in sides.items()}
print(f'CPython {platform.python_version()}, {platform.machine()}, median of {options.runs} runs, seconds')
print(f'{"program":16}{"CPython":>10}{"cells":>10}{"ratio":>8}')
for program in sorted(here.glob('*.py')):
    if program.name == pathlib.Path(__file__).name:
        continue
    times = {name: [] for name in sides}
    outputs = set()
    for _ in range(options.runs):
        for name, command in sides.items():
            taken, output = seconds(command + [program])
            times[name].append(taken - idle[name])
            outputs.add(output)
    if len(outputs) > 1:
        sys.exit(f'{program.stem}: the two sides print different things')
    python, cells = (statistics.median(times[name]) for name in ('python', 'cells'))
    print(f'{program.stem:16}{python:10.3f}{cells:10.3f}{cells / python:8.2f}')
