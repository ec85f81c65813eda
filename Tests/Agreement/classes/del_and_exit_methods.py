class Stack(list):
    def __delitem__(self, i):
        print('removing', self[i])
        super().__delitem__(i)
s = Stack('abc')
del s[0]
print(s, type(s).__name__)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        self.seen = t.__name__ if t else None
        return t is KeyError
c = Ctx()
with c: {}['x']
print(c.seen)
with c: pass
print(c.seen)
