import copy
a = {'n': [1, 2], 't': (1, [2]), 's': {1}}
b, c = copy.copy(a), copy.deepcopy(a)
a['n'].append(3); a['t'][1].append(4); a['s'].add(5); a['new'] = 1
print(a, b, c, sep='\n')
class T:
    def __init__(self): self.kids, self.up = [], None
t, u = T(), T()
t.kids.append(u); u.up = t
v = copy.deepcopy(t)
print(v.kids[0].up is v, v is t, copy.copy(t).kids is t.kids, copy.deepcopy(None), copy.copy([1]) == [1])
