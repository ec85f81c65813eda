def f(n):
	if n:
		return 'tab'
	else:
		return 'none'
print(f(1), f(0))
for i in range(2):
  for j in range(2):
      print(i, j)
  print('inner done')
while True:
    if f(1): break
class A: pass
class B:
    x = 1

    # comment in a class

    y = 2
print(B.x + B.y)
try: print('try')
finally: print('finally')
