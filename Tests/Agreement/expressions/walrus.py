data = [3, 8, 1, 9, 4]
if (n := len(data)) > 3:
    print('long', n)
print([y for x in data if (y := x * 2) > 7], y)
while (chunk := data[:2]):
    print(chunk)
    data = data[2:]
print((a := 5) + a, a, (b := (c := 3) + 1), b, c)
total = 0
print([total := total + v for v in range(5)], total)
import re
if m := re.search(r'(\d+)', 'abc 42'):
    print(m.group(1))
f = lambda x: (z := x + 1) * z
print(f(2))
print(any((hit := w).startswith('b') for w in ['apple', 'banana', 'cherry']), hit)
