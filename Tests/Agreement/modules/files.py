import os, tempfile, shutil, glob, io
from pathlib import Path
folder = tempfile.mkdtemp(); base = Path(folder)
with open(base / 'a.txt', 'w') as f: print(f.write('one\ntwo\r\nthree'), f.closed, f.mode)
print(f.closed, open(base / 'a.txt').read().split('\n'), open(base / 'a.txt', newline='').read(), open(base / 'a.txt', 'rb').read())
with open(base / 'a.txt') as f:
    print(f.readline(), [line.strip() for line in f], f.read(), f.tell()); f.seek(0); print(f.read(5), f.readlines())
with open(base / 'a.txt', 'a') as f: f.writelines(['\n', 'end'])
(base / 'sub' / 'deep').mkdir(parents=True); (base / 'sub' / 'b.py').write_text('é'); (base / 'sub' / 'deep' / 'c.py').write_bytes(b'\x00\xff'); (base / 'e').touch()
print(sorted(p.name for p in base.iterdir()), sorted(str(p.relative_to(base)) for p in base.rglob('*.py')), [p.name for p in base.glob('*/b.*')], (base / 'sub/b.py').read_text(), (base / 'sub/b.py').stat().st_size)
print(sorted(os.listdir(folder)), os.path.getsize(base / 'a.txt'), [(os.path.relpath(r, folder), sorted(d), sorted(f)) for r, d, f in sorted(os.walk(folder))])
print(sorted(os.path.relpath(g, folder) for g in glob.glob(folder + '/**/*.py', recursive=True)), (base / 'e').exists(), (base / 'no').exists(), base.is_dir(), (base / 'e').is_file())
p = Path('x/y/archive.tar.gz'); print(repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.with_suffix('.zip'), p.with_name('q'), p / '..' / 'z', p.with_stem('s'), 'a' / Path('b'), list(p.parents), Path('.'), Path('a//b/./c/'), Path('/') / 'a', Path('a') < Path('b'), p.match('*.gz'))
shutil.copy(base / 'e', base / 'f'); shutil.move(base / 'f', base / 'g'); os.rename(base / 'g', base / 'h'); print(sorted(os.listdir(folder))); os.remove(base / 'h'); (base / 'e').unlink()
s = io.StringIO(); s.write('a\nb'); print(s.getvalue(), s.seek(0), s.readline(), list(s), io.BytesIO(b'abc').read(2), file=s); print(repr(s.getvalue()[-12:]))
for call in [lambda: open(base / 'no'), lambda: open(base), lambda: (base / 'sub').mkdir(), lambda: os.rmdir(base / 'sub'), lambda: open(base / 'a.txt', 'q'), lambda: os.listdir(base / 'no'), lambda: (base / 'no').unlink(), lambda: open(base / 'a.txt').write('x'), lambda: Path('a').relative_to('b'), lambda: Path('a').with_suffix('b')]:
    try: call()
    except (OSError, ValueError) as error: print(type(error).__name__, str(error).replace(folder, 'F'))
shutil.rmtree(folder); print(os.path.exists(folder))
print(os.path.join('a', '/b', 'c'), os.path.splitext('a.b/c.tar.gz'), os.path.split('/a/b'), os.path.normpath('a/./b/../c'), os.path.basename('a/b/'), os.path.dirname('/a'), os.path.commonpath(['/a/b', '/a/c']), os.path.isabs('/x'))
