print(); print(''); print('a', 'b'); print('a', 'b', sep=''); print('a', end='|\n'); print(1, 2.0, True, None, [], {}, ())
print([1, 'a', "it's", 2.5, None, True, (1,), [], {}, {'k': 'v'}, b'x', ...])
print({'a': [1, {'b': (2, 3)}], 3: None}, {1: {2: {}}}, [[[]]], ((),), ([1], ), {(1, 2): [3]})
class R:
    def __repr__(self): return '<R>'
class S(R):
    def __str__(self): return 'S!'
print(R(), S(), [R(), S()], {'r': R()}, (S(),), f'{S()} {S()!r} {[S()]}', str(S()), repr(S()))
print('tab\tnew\\n', ['tab\tnew\n'], 'quote\'s', ["quote's"], ['say "hi"'], ['\x00\x1f\x7f\x80é鳥\u200b'])
print(1e3, 1e16, 1.5e300, -0.0, 1e-7, float('inf'), float('nan'), 3.0, 2 ** 70, -5, 10 ** 15, 0.1)
print(range(3), range(1, 9, 2), slice(1, 2), type(1), int, None, NotImplemented, True)
print(*'abc'); print(*[]); print(*range(3), sep=', ', end='.\n'); print('x', *(1, 2), 'y')
print('%s' % [1, 'a'], str(['é']), repr('é'), ascii(['é']), 'a\\b', r'a\b', 'multi\nline')
print('no newline', end=''); print(' then this'); print('a\rb'.replace('\r', '<CR>'))
print("", None, sep="[", end="]\n"); print('x' * 3, '-' * 10, '=' * 0 + '.')
