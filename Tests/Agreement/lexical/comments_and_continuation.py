# a comment
x = 1  # after code
y = (1 +  # inside
     2
     # a line of its own
     + 3)
z = 1 + \
    2
if x == 1 and \
   y == 6:
    print('joined', z)
a = [
    1,
    2,  # trailing comma

    3,
]
print(a); print(len(a)); b = 5; print(b)
if True: print('one line'); print('two')
def f(
    a,
    b=2,
):
    return (a,
            b)
print(f(1))
print("""a # not a comment
  kept indentation""")
