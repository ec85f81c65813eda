def f(): return helper() + 1
def helper(): return not_defined_anywhere
print('start')
f()
