name, n, pi = 'Ada', 42, 3.14159265
print(f'{name}', f'{name!r}', f'{name!s:>6}', f'{name:*^9}', f'{n:05d}', f'{n:x}', f'{n:#o}', f'{n:+}', f'{n:,}')
print(f'{pi:.2f}', f'{pi:10.3f}|', f'{pi:<10.1f}|', f'{pi:e}', f'{pi:.3g}', f'{1234567.891:,.2f}', f'{0.256:.1%}')
print(f'{n=}', f'{n = }', f'{n + 1=}', f'{name=!s}', f'{pi=:.2f}', f'{{literal}}', f'{{{n}}}')
width, places = 10, 3
print(f'{pi:{width}.{places}f}|', f'{name:{"^"}{width}}|', f'{"nested " + f"{n}"}')
print(f'{[x for x in range(3)]}', f'{ {"a": 1}["a"] }', f'{(lambda x: x * 2)(4)}', f'{n if n > 5 else 0}')
print(f'''{
    n
} lines''', rf'\d{n}', f'a' 'b' f'{n}')
print(f'{True:d}', f'{None}', f'{"":5}|', f'{1:<3}|', f'{-1:=5}', f'{3:^5}|', f'{2.0}', f'{10**20:_}')
