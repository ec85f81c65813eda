total = (1
         + 2 -
         3)
items = [
    'a', 'b',
    'c'
]
call = max(
    1,
    key=None,
    default=0) if False else 'skipped'
x = 1 \
    if total == 0 \
    else 2
print(total, items, call, x)
assert (
    total == 0
), 'message'
