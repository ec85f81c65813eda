import io, os, tempfile
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'test.txt')
    with open(path, 'w') as f:
        print(f.write('line 1\nline 2\n'), f.name == path, f.mode, f.closed)
        f.writelines(['line 3\n', 'last'])
        print('printed', file=f)
    print(f.closed)
    with open(path) as f:
        print(f.readline(), f.read(6), f.tell(), f.readlines())
        f.seek(0)
        print([line.rstrip() for line in f], f.read())
    with open(path, 'a') as f: f.write('more')
    with open(path, 'rb') as f: print(f.read()[-10:], f.seek(0), f.read(4))
    with open(path, 'r+') as f:
        f.seek(5)
        f.write('X')
    print(open(path).readline(), sum(1 for _ in open(path)), os.path.getsize(path))
    for bad in (lambda: open(path + '.nope'), lambda: open(path, 'x'), lambda: open(path, 'q'), lambda: open(path, 'w').read(), lambda: f.read(), lambda: open(folder)):
        try:
            bad()
        except Exception as error:
            print(type(error).__name__, str(error).replace(folder, ''))
    with open(path, 'w', encoding='utf-8', newline='') as f: f.write('é\r\n')
    print(open(path, 'rb').read(), repr(open(path, encoding='utf-8').read()), repr(open(path, newline='').read()))
s = io.StringIO('a\nb\nc')
print(s.readline(), s.read(), s.getvalue(), list(io.StringIO('x\ny')), s.seek(0), s.read(1), s.tell())
b = io.BytesIO(b'abc')
print(b.read(1), b.getvalue(), b.seek(0, 2), b.write(b'd'), b.getvalue(), isinstance(s, io.IOBase) if hasattr(io, 'IOBase') else True)
