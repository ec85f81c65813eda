a = 1; b = 2; print(a + b);
if a: c = 3; print(c)
for i in range(2): print(i); print(i * 10)
def f(): x = 5; return x
print(f()); print('end')
