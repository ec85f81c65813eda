d = {'a': 1, 'b': 2, 'c': 3}
for k in list(d):
    if d[k] % 2: del d[k]
print(d)
a = list(range(10))
a = [x for x in a if x % 3]
print(a)
i = 0
while i < len(a):
    if a[i] % 2 == 0: a.pop(i)
    else: i += 1
print(a)
s = {1, 2, 3}
for x in sorted(s): s.add(x * 10)
print(sorted(s))
log = []
def record(x): log.append(x); return x
{record('k1'): record('v1'), record('k2'): record('v2')}
[record(1), record(2)][record(0)]
record('f') if record('cond') else record('never')
print(log)
stack, queue = [], []
for x in 'abc': stack.append(x); queue.insert(0, x)
print([stack.pop() for _ in range(3)], [queue.pop() for _ in range(3)])
x = [1, 2]; y = x; x = x + [3]; print(x, y)
x = [1, 2]; y = x; x += [3]; print(x, y)
t = s = 'a'; t += 'b'; print(t, s)
try:
    for item in s if False else {1, 2}: {1}.add(item)
    z = {1: 1}
    for k in z: z[k] = 2
    print(z)
    for k in z: del z[k]
except RuntimeError as error: print(error)
