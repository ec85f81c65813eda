/// `fractions`, written in the cell language.
extension StandardModules {
    static let fractions = NativeModule(
        "fractions", doc: "Exact fractions.",
        source: #"""
            import math as _math, re as _re, operator as _operator
            import numbers as _numbers

            _form = _re.compile(r'\A\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)(?:(?:/(?P<denom>\d+(_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+(_\d+)*))?)\s*\Z', _re.IGNORECASE)

            class Fraction(_numbers.Rational):
                "A fraction in lowest terms."
                __slots__ = ('_numerator', '_denominator')
                def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
                    self = object.__new__(cls)
                    if denominator is None:
                        if type(numerator) is int: n, d = numerator, 1
                        elif isinstance(numerator, Fraction): n, d = numerator._numerator, numerator._denominator
                        elif isinstance(numerator, int): n, d = int(numerator), 1
                        elif isinstance(numerator, float) or hasattr(numerator, 'as_integer_ratio'): n, d = numerator.as_integer_ratio()
                        elif isinstance(numerator, str):
                            m = _form.match(numerator)
                            if m is None: raise ValueError('Invalid literal for Fraction: %r' % numerator)
                            n = int(m.group('num') or '0')
                            d = 1
                            if m.group('denom'): d = int(m.group('denom'))
                            else:
                                decimal = m.group('decimal')
                                if decimal:
                                    decimal = decimal.replace('_', '')
                                    scale = 10 ** len(decimal)
                                    n = n * scale + int(decimal)
                                    d *= scale
                                if m.group('exp'):
                                    exp = int(m.group('exp'))
                                    if exp >= 0: n *= 10 ** exp
                                    else: d *= 10 ** -exp
                            if m.group('sign') == '-': n = -n
                        else: raise TypeError('argument should be a string or a Rational instance')
                    elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
                        a, b = Fraction(numerator), Fraction(denominator)
                        n, d = a._numerator * b._denominator, a._denominator * b._numerator
                    else: raise TypeError('both arguments should be Rational instances')
                    if d == 0: raise ZeroDivisionError('Fraction(%s, 0)' % n)
                    g = _math.gcd(n, d)
                    if d < 0: g = -g
                    self._numerator, self._denominator = n // g, d // g
                    return self

                @classmethod
                def from_float(cls, f): return cls(*f.as_integer_ratio())
                @classmethod
                def from_decimal(cls, d): return cls(*d.as_integer_ratio())
                @property
                def numerator(self): return self._numerator
                @property
                def denominator(self): return self._denominator
                def as_integer_ratio(self): return (self._numerator, self._denominator)
                def limit_denominator(self, max_denominator=1000000):
                    "The nearest fraction with a denominator that is not larger."
                    if max_denominator < 1: raise ValueError('max_denominator should be at least 1')
                    if self._denominator <= max_denominator: return Fraction(self)
                    p0, q0, p1, q1 = 0, 1, 1, 0
                    n, d = self._numerator, self._denominator
                    while True:
                        a = n // d
                        q2 = q0 + a * q1
                        if q2 > max_denominator: break
                        p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
                        n, d = d, n - a * d
                    k = (max_denominator - q0) // q1
                    bound1, bound2 = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
                    return bound2 if abs(bound2 - self) <= abs(bound1 - self) else bound1
                def __repr__(self): return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)
                def __str__(self): return str(self._numerator) if self._denominator == 1 else '%s/%s' % (self._numerator, self._denominator)
                def _with(self, other, exact, floating):
                    if isinstance(other, (int, Fraction)): return exact(self, Fraction(other))
                    if isinstance(other, float): return floating(float(self), other)
                    return NotImplemented
                def _before(self, other, exact, floating):
                    if isinstance(other, (int, Fraction)): return exact(Fraction(other), self)
                    if isinstance(other, float): return floating(other, float(self))
                    return NotImplemented
                def _add(a, b): return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)
                def _sub(a, b): return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)
                def _mul(a, b): return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)
                def _div(a, b):
                    n, d = a._numerator * b._denominator, a._denominator * b._numerator
                    if d == 0: raise ZeroDivisionError('Fraction(%s, 0)' % n)
                    return Fraction(n, d)
                def _floordiv(a, b): return (a._numerator * b._denominator) // (a._denominator * b._numerator)
                def _mod(a, b):
                    da, db = a._denominator, b._denominator
                    return Fraction((a._numerator * db) % (b._numerator * da), da * db)
                def __add__(self, other): return self._with(other, Fraction._add, _operator.add)
                def __radd__(self, other): return self._before(other, Fraction._add, _operator.add)
                def __sub__(self, other): return self._with(other, Fraction._sub, _operator.sub)
                def __rsub__(self, other): return self._before(other, Fraction._sub, _operator.sub)
                def __mul__(self, other): return self._with(other, Fraction._mul, _operator.mul)
                def __rmul__(self, other): return self._before(other, Fraction._mul, _operator.mul)
                def __truediv__(self, other): return self._with(other, Fraction._div, _operator.truediv)
                def __rtruediv__(self, other): return self._before(other, Fraction._div, _operator.truediv)
                def __floordiv__(self, other): return self._with(other, Fraction._floordiv, _operator.floordiv)
                def __rfloordiv__(self, other): return self._before(other, Fraction._floordiv, _operator.floordiv)
                def __mod__(self, other): return self._with(other, Fraction._mod, _operator.mod)
                def __rmod__(self, other): return self._before(other, Fraction._mod, _operator.mod)
                def __divmod__(self, other): return self // other, self % other
                def __pow__(self, other):
                    if isinstance(other, (int, Fraction)):
                        if isinstance(other, int) or other._denominator == 1:
                            power = int(other)
                            if power >= 0: return Fraction(self._numerator ** power, self._denominator ** power)
                            if self._numerator == 0: raise ZeroDivisionError('Fraction(%s, 0)' % (self._denominator ** -power))
                            return Fraction(self._denominator ** -power, self._numerator ** -power)
                        return float(self) ** float(other)
                    return float(self) ** other
                def __rpow__(self, other):
                    if self._denominator == 1 and self._numerator >= 0: return other ** self._numerator
                    return other ** float(self)
                def __pos__(self): return Fraction(self)
                def __neg__(self): return Fraction(-self._numerator, self._denominator)
                def __abs__(self): return Fraction(abs(self._numerator), self._denominator)
                def __int__(self): return self.__trunc__()
                def __float__(self): return self._numerator / self._denominator
                def __trunc__(self): return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator
                def __floor__(self): return self._numerator // self._denominator
                def __ceil__(self): return -(-self._numerator // self._denominator)
                def __round__(self, ndigits=None):
                    if ndigits is None:
                        floor, rest = divmod(self._numerator, self._denominator)
                        if rest * 2 < self._denominator: return floor
                        if rest * 2 > self._denominator: return floor + 1
                        return floor if floor % 2 == 0 else floor + 1
                    shift = 10 ** abs(ndigits)
                    return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
                def __hash__(self):
                    try: inverse = pow(self._denominator, -1, 2 ** 61 - 1)
                    except ValueError: value = 314159
                    else: value = hash(hash(abs(self._numerator)) * inverse)
                    result = value if self._numerator >= 0 else -value
                    return -2 if result == -1 else result
                def __eq__(self, other):
                    if isinstance(other, int): return self._numerator == other and self._denominator == 1
                    if isinstance(other, Fraction): return self._numerator == other._numerator and self._denominator == other._denominator
                    if isinstance(other, float): return Fraction(other) == self if _math.isfinite(other) else 0.0 == other
                    return NotImplemented
                def _compare(self, other, op):
                    if isinstance(other, (int, Fraction)):
                        other = Fraction(other)
                        return op(self._numerator * other._denominator, self._denominator * other._numerator)
                    if isinstance(other, float): return op(self, Fraction(other)) if _math.isfinite(other) else op(0.0, other)
                    return NotImplemented
                def __lt__(self, other): return self._compare(other, _operator.lt)
                def __gt__(self, other): return self._compare(other, _operator.gt)
                def __le__(self, other): return self._compare(other, _operator.le)
                def __ge__(self, other): return self._compare(other, _operator.ge)
                def __bool__(self): return bool(self._numerator)
                def __copy__(self): return self
                def __deepcopy__(self, memo): return self
            """#)
}
