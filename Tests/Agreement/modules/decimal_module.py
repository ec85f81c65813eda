from decimal import Decimal as D, getcontext, localcontext, ROUND_HALF_UP, ROUND_DOWN, InvalidOperation
print(D('0.1') + D('0.2'), D('1.10') * 3, D(1) / D(3), D(10) / 4, D('1e3'), D('1.50'), D(5), D('-0'), D('NaN'), D('Infinity'), repr(D('3.14')))
print(D('2.675').quantize(D('0.01')), D('2.675').quantize(D('0.01'), ROUND_HALF_UP), D('7.325').quantize(D('.01'), rounding=ROUND_DOWN), D('123.456').quantize(D('1')), round(D('2.5')), round(D('3.14159'), 2))
print(D('1.20') == D('1.2'), D('1') < D('1.5'), D('5') > 3, hash(D('0.5')) == hash(0.5), max(D(1), D(2)), sum([D('0.1')] * 3), D('7') // 2, D('-7') % 3, D(2) ** 10, D(2) ** -1, D(2).sqrt(), abs(D('-1.5')), -D('1.50'))
print(float(D('0.1')), int(D('3.99')), str(D('1E+5')), D('100').normalize(), D('1.2300').normalize(), D(0.1), D('1.23').as_tuple(), D('12345.678').adjusted(), f"{D('1234.5'):,.2f}", f"{D('0.5'):.0%}", f"{D('3.14159'):.3f}")
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / D(7), D(100000) * D('1.23456'))
print(D(1) / D(7), getcontext().prec)
for bad in (lambda: D('abc'), lambda: D(1) / 0, lambda: D(-1).sqrt(), lambda: D(0) / 0):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
prices = ['19.99', '5.01', '0.10']
total = sum(map(D, prices))
print(total, (total * D('0.19')).quantize(D('0.01')), total / 3)
