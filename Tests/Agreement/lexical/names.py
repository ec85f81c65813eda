é = 1
变量 = 2
_private = 3
__dunder__ = 4
CamelCase = 5
match = case = type_ = 6
ﬁ = 7
print(é, 变量, _private, __dunder__, CamelCase, match, case, fi)
def función(año): return año + 1
print(función(2025))
print = print
print('shadowed built-in still works')
list_ = [_ for _ in range(3)]
print(list_)
