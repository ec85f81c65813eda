import operator as op
print(op.add(1, 2), op.mul('a', 3), op.truediv(1, 4), op.floordiv(7, 2), op.neg(5), op.eq(1, 1.0), op.contains([1, 2], 2), op.getitem({'a': 1}, 'a'), op.not_(0), op.concat([1], [2]), op.countOf('hello', 'l'), op.indexOf('abc', 'c'))
get = op.itemgetter(1, -1)
print(get([1, 2, 3]), op.itemgetter('name')({'name': 'x'}), op.itemgetter(slice(1, 3))('hello'), op.attrgetter('real', 'imag')(5), op.methodcaller('upper')('abc'), op.methodcaller('split', ',', 1)('a,b,c'))
from functools import reduce
print(reduce(op.mul, range(1, 6)), reduce(op.or_, [{1}, {2}]), sorted([('a', 3), ('b', 1)], key=op.itemgetter(1)), list(map(op.sub, [5, 6], [1, 2])))
a = [1]
print(op.iadd(a, [2]), a, op.pow(2, 3), op.mod(7, 3), op.lshift(1, 3), op.and_(6, 3), op.xor(6, 3), op.inv(5) if hasattr(op, 'inv') else '', op.lt(1, 2), op.is_(None, None), op.truth('x'))
