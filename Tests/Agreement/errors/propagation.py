def deep(n):
    if n == 0: raise ValueError('bottom')
    try: deep(n - 1)
    finally: trace.append(n)
trace = []
try: deep(3)
except ValueError as error: print(error, trace)
def convert(text):
    try: return int(text)
    except ValueError:
        try: return float(text)
        except ValueError: return text
print([convert(t) for t in ('1', '1.5', 'x')])
def retry(action, times):
    for attempt in range(1, times + 1):
        try: return action(attempt)
        except ConnectionError as error:
            print('attempt', attempt, error)
            if attempt == times: raise
def flaky(n):
    if n < 3: raise ConnectionError(f'down {n}')
    return 'up'
print(retry(flaky, 3))
try: retry(flaky, 2)
except ConnectionError as error: print('gave up:', error)
try: [1 / x for x in (1, 0)]
except ZeroDivisionError as error: print('from comprehension', error)
try: sorted([3, 1], key=lambda x: 1 / (x - 1))
except ZeroDivisionError: print('from key')
try: list(map(int, ['1', 'b']))
except ValueError as error: print(error)
class Bad:
    def __str__(self): raise RuntimeError('in str')
    def __eq__(self, o): raise RuntimeError('in eq')
    def __len__(self): return -1
    def __bool__(self): return 5
for action in (lambda: str(Bad()), lambda: f'{Bad()}', lambda: Bad() == 1, lambda: Bad() in [1], lambda: len(Bad()), lambda: bool(Bad())):
    try: print(action())
    except (RuntimeError, ValueError, TypeError) as error: print(type(error).__name__, error)
