print(0, -0, 00, 0.0, -0.0, 1e0, 1E5, 1.e2, .25, 0b0, 0o0, 0x0)
print('', "", '''''', """""", r'', b'', f'')
print([], (), {}, {None}, None, True, False, ...)
