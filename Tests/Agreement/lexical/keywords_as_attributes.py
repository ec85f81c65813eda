class A: pass
a = A()
a.match = 1
a.case = 2
a.type = 3
print(a.match + a.case + a.type)
match = [1]
print(match[0], type(match).__name__)
def case(type): return type
print(case(5))
print({'class': 1}['class'], dict(print=2))
_ = 'underscore'
print(_)
