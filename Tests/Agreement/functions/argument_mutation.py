def append(x, items): items.append(x)
def rebind(items): items = items + ['new']; return items
def extend(items): items += ['more']
def tuple_arg(t): t += (9,); return t
a, t = [1], (1,)
append(2, a); b = rebind(a); extend(a)
print(a, b, tuple_arg(t), t)
def update(d, **kw): d.update(kw)
d = {}
update(d, x=1)
print(d)
