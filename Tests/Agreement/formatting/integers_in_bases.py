for n in [0, 1, 10, 255, -255, 4096]:
    print(f'{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:08b} {n:#010x} {n:_b} {n:d} {n:5d}| {n:<5}| {n:c}' if 0 < n < 1000 else f'{n:b} {n:x}')
