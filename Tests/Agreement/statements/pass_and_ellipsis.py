def todo(): pass
def later(): ...
class Empty: pass
class Dots: ...
if False: pass
else: print('else')
for _ in (): pass
print(todo(), later(), Empty.__name__, ..., type(...), bool(...), Ellipsis is ...)
x = ...
print(x, [...], {...: 1})
