x = 10
for op in ['+=', '-=', '*=', '//=', '%=', '**=', '&=', '|=', '^=', '<<=', '>>=']:
    x = 10
    exec(f'x {op} 3')
    print(op, x)
a = [1]; b = a; a *= 2; print(a, b)
s = {1}; t = s; s |= {2}; print(t)
d = {1: 1}; e = d; d |= {2: 2}; print(e)
u = (1,); v = u; u += (2,); print(u, v)
w = 'a'; w += 'b'; w *= 3; print(w)
