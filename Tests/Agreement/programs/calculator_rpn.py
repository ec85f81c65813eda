OPS = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '^': pow}
def rpn(text):
    stack = []
    for token in text.split():
        if token in OPS:
            if len(stack) < 2: raise ValueError(f'{token} needs two numbers')
            b, a = stack.pop(), stack.pop()
            stack.append(OPS[token](a, b))
        else:
            stack.append(float(token))
    if len(stack) != 1: raise ValueError(f'{len(stack)} numbers left')
    return stack[0]
for text in ['3 4 +', '5 1 2 + 4 * + 3 -', '2 3 ^', '1 +', '1 2', '1 0 /', 'x 1 +', '']:
    try:
        print(f'{text!r} = {rpn(text):g}')
    except Exception as error:
        print(f'{text!r}: {type(error).__name__}: {error}')
