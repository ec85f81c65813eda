b = b'hello \xff\x00'
print(b, len(b), b[0], b[1:3], list(b[:2]), b + b'!', b * 2, b'l' in b, 104 in b)
print(b.upper(), b.find(b'l'), b.split(b' '), b.hex(), bytes.fromhex('68 69'), bytes(3), bytes([65, 66]), bytes('é', 'utf-8'))
print(b'abc'.decode(), 'é'.encode('latin-1'), b'\xc3\xa9'.decode('utf-8'), b'a,b'.replace(b',', b';'), b'abc'.startswith(b'a'))
print(b'abc' == 'abc', b'a' < b'b', sorted([b'b', b'a']), b'x'.join([b'1', b'2']))
for bad in (lambda: b'a' + 'b', lambda: bytes([256]), lambda: b'\xff'.decode(), lambda: bytes(-1), lambda: b'abc'[5], lambda: bytes('a')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print((1000).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'), b'\t\n\'"', b"it's")
