from pathlib import Path, PurePosixPath
import os, tempfile
p = PurePosixPath('/home/ada/notes.tar.gz')
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.anchor, p.with_suffix('.txt'), p.with_name('x.py'), p / 'sub' / 'f', p.is_absolute(), p.relative_to('/home'), [str(q) for q in p.parents], p.match('*.gz'), PurePosixPath('a//b/./c'), PurePosixPath('a') / '/b', PurePosixPath('.').parts, 'x' / PurePosixPath('y'), p.joinpath('a', 'b'), PurePosixPath('a') < PurePosixPath('b'), PurePosixPath('a/b') == PurePosixPath('a') / 'b', p.as_posix())
with tempfile.TemporaryDirectory() as folder:
    root = Path(folder)
    (root / 'sub').mkdir()
    f = root / 'sub' / 'a.txt'
    print(f.write_text('hello\nworld\n'), f.read_text(), f.exists(), f.is_file(), root.is_dir(), f.stat().st_size)
    (root / 'b.txt').write_bytes(b'\x00\x01')
    print(sorted(q.name for q in root.iterdir()), sorted(q.relative_to(root).as_posix() for q in root.rglob('*.txt')), [q.name for q in root.glob('*.txt')], (root / 'b.txt').read_bytes())
    with f.open() as handle: print([line.strip() for line in handle])
    f.rename(root / 'c.txt')
    print(f.exists(), (root / 'c.txt').exists())
    (root / 'c.txt').unlink()
    (root / 'x' / 'y').mkdir(parents=True, exist_ok=True)
    for bad in (lambda: (root / 'nope').read_text(), lambda: (root / 'sub').mkdir(), lambda: (root / 'nope').unlink(), lambda: p.relative_to('/other')):
        try:
            bad()
        except Exception as error:
            print(type(error).__name__, str(error).replace(folder, ''))
    (root / 'nope').unlink(missing_ok=True)
    print(os.path.basename(str(root / 'z')), os.path.splitext('a.b.c'), os.path.join('a', '/b', 'c'), os.path.exists(root), os.path.normpath('a/../b/./c'))
