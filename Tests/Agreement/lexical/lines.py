# A program about lines, comments and joins.
x = (1 +   # a comment inside

     2)
y = [
    1,
    2,  # two
]
z = 1 + \
    2
a = 1; b = 2; print(a, b);
if x: print('same line'); print('twice')
def f(a,
      b=
      2): return (a
                  + b)
print(x, y, z, f(1))
text = """# not a comment
    kept indentation"""
print(text)
if True:
    pass
# odd comment
  # odder comment
    # fine
    print('still inside')
print('end')	# tab before this comment
