stack, queue = [], []
for i in range(3): stack.append(i); queue.append(i)
print(stack.pop(), queue.pop(0), stack, queue, stack[-1], queue[0])
from collections import deque
q = deque()
q.append(1); q.appendleft(0)
print(q.popleft(), q, len(q), bool(q))
def balanced(s):
    pairs, seen = {')': '(', ']': '[', '}': '{'}, []
    for c in s:
        if c in '([{': seen.append(c)
        elif c in pairs and (not seen or seen.pop() != pairs[c]): return False
    return not seen
print([balanced(s) for s in ('([]{})', '(]', '((', '')])
