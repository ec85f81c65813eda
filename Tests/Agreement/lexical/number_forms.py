print(1_000_000, 0xFF, 0Xff, 0o777, 0b1010, 0B11, 1_0.0_1, 1e3, 1E-3, .5, 5., 0_0, 00)
print(0x_f, 1e+2, 1.5e-7, 123456789012345678901234567890)
print(float('1_0.5'), int('0x1f', 16), int('0b11', 0), int('  42  '), int('-0o17', 0))
for text in ['1__0', '_1', '1_', '0x', '']:
    try:
        print(int(text, 0))
    except ValueError as error:
        print(error)
