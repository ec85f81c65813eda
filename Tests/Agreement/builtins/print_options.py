print(1, 2, 3)
print(1, 2, sep='')
print('a', 'b', sep=', ', end='!\n')
print()
print('no newline', end='')
print(' continued')
print(*[1, 2, 3], sep='\n')
print('a\tb\\n')
print([1, 'a', None, True, 2.0, (1,), {'k': 'v'}, {1}, b'x'])
print('multi', 'ple', sep='\n', end='\n--\n')
import io, sys
buffer = io.StringIO()
print('into buffer', 42, file=buffer)
print(repr(buffer.getvalue()))
print('stdout', file=sys.stdout, flush=True)
from contextlib import redirect_stdout
with redirect_stdout(io.StringIO()) as captured:
    print('hidden')
    print('more', end='')
print('captured', repr(captured.getvalue()))
old = sys.stdout
sys.stdout = io.StringIO()
print('swallowed')
text = sys.stdout.getvalue()
sys.stdout = old
print(repr(text))
