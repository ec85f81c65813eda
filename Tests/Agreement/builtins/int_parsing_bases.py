for text, base in [('101', 2), ('777', 8), ('ff', 16), ('FF', 16), ('zz', 36), ('0b11', 0), ('0o17', 0), ('0x1F', 0), ('42', 0), ('-101', 2), ('0b101', 2), ('12', 3), ('9', 8), ('', 10), ('1 2', 10), ('+5', 10), ('_1', 10), ('1_0', 10)]:
    try:
        print(repr(text), base, int(text, base))
    except ValueError as error:
        print(repr(text), base, error)
