def outer(n):
  if n:
      for i in range(n):
           if i % 2:
             print('odd', i)
           else:
                    print('even', i)
      else:
        print('done')
  return n

class A:
        def f(self):
         return 1

        def g(self):
            return 2
if 1:
	print('tab')
	if 2:
		print('two tabs')
print(outer(3), A().f() + A().g())
