stack = []
for op in "push 3;push 4;add;push 5;mul;dup;print;pop;pop;pop".split(";"):
    name, *args = op.split()
    try:
        if name == "push": stack.append(int(args[0]))
        elif name == "add": stack.append(stack.pop() + stack.pop())
        elif name == "mul": stack.append(stack.pop() * stack.pop())
        elif name == "dup": stack.append(stack[-1])
        elif name == "print": print(stack)
        else: print("popped", stack.pop())
    except IndexError as error: print(op, error)
