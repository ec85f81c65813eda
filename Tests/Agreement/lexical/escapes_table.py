for s in ['\\', '\'', '\"', '\n', '\t', '\r', '\b', '\f', '\v', '\a', '\0', '\x7f', '\xe9', '\u20ac', '\U0001f600', '\N{SNOWMAN}', '\101', '\d']:
    print(ascii(s), repr(s), len(s), [hex(ord(c)) for c in s])
