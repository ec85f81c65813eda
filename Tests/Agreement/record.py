"""Writes NAME.out beside each NAME.py: what CPython prints, and the exception that ends it, if one does.

Run it with CPython 3.11, whose behaviour the cell language follows: python3.11 Tests/Agreement/record.py
Tests/CellLibraryTests/Agreement is recorded the same way, by a Python that has torch, numpy, pandas and Pillow:
python3.11 Tests/Agreement/record.py Tests/CellLibraryTests/Agreement
With --check it writes nothing and lists the files that would change.
"""
import contextlib
import io
import pathlib
import sys
import warnings


def run(path):
    """The program's output; after an exception, a line `raises Type: message`."""
    out = io.StringIO()
    warnings.simplefilter('ignore')
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(path.read_text(), path.name, 'exec', dont_inherit=True), {'__name__': '__main__'})
        except BaseException as error:
            print(f'raises {type(error).__name__}: {error}')
    return out.getvalue()


here = pathlib.Path(next((a for a in sys.argv[1:] if not a.startswith('-')), pathlib.Path(__file__).parent))
changed = 0
for path in sorted(here.glob('*/*.py')):
    recorded, output = path.with_suffix('.out'), run(path)
    if recorded.exists() and recorded.read_text() == output:
        continue
    changed += 1
    print(path.relative_to(here))
    if '--check' not in sys.argv:
        recorded.write_text(output)
sys.exit(changed > 0 and '--check' in sys.argv)
