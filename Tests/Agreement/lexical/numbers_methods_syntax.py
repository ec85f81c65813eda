print((1).real, 1.5.is_integer(), 1..real, 0x10.bit_length(), (-3).__abs__(), 5 .__add__(3), 1e3.is_integer(), True.real, (2).__class__)
