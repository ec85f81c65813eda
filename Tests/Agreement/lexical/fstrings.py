name, n, x = 'bird', 7, 3.14159
items = {'a': [1, 2, 3]}
print(f'{name}', f'{name!r}', f'{name:>8}|{name:<8}|{name:^8}|{name:*^8}')
print(f'{n}', f'{n:05d} {n:+d} {n:x} {n:#b} {n:e} {n:,}', f'{1234567:,} {1234567:_}')
print(f'{x:.2f} {x:10.3f}| {x:<10.1f}| {x:e} {x:g} {x:%} {x:.0f}')
print(f'{n=} {x = :.1f} {name=!s} {n + 1=}')
print(f'{{literal}} {{{n}}}')
width, precision = 12, 4
print(f'{x:{width}.{precision}f}|', f'{name:{"^"}{width}}|')
print(f"{items['a'][1]} {items['a'][-1] * 2} {len(items)}")
print(f'{"nested " + f"{n}"}', f'{(lambda y: y * 2)(n)}', f'{n if n > 5 else 0}')
print(f'{[i * 2 for i in range(3)]} { {1: 2}[1] } {(1, 2)}')
print(f'a' 'b{c}' f'{n}', rf'\d{n}', f'\x41{n}\n{n}'.split())
print(f'''{
    n
}''')
print(f'{True} {None} {True:d} {name[0]!a} {"é"!a}')
class Money:
    def __format__(self, spec): return f'<{spec}>'
print(f'{Money():abc} {Money()}')
