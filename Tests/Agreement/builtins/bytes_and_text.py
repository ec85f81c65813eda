t = 'naïve café ☕'
for e in ('utf-8', 'latin-1', 'ascii', 'utf-16-le'):
    try:
        b = t.encode(e)
        print(e, len(b), b[:6], b.decode(e) == t)
    except UnicodeEncodeError as error:
        print(e, error)
print(t.encode('ascii', 'ignore'), t.encode('ascii', 'replace'), t.encode('ascii', 'xmlcharrefreplace'), t.encode('ascii', 'backslashreplace'), b'caf\xe9'.decode('utf-8', 'replace'), b'caf\xe9'.decode('utf-8', 'ignore'), b'\xe2\x98\x95'.decode())
