/// `decimal`, written in the cell language: decimal numbers with 28 digits, or as many as the context says.
extension StandardModules {
    static let decimal = NativeModule(
        "decimal", doc: "Decimal numbers.",
        source: #"""
            import re as _re, math as _math
            import numbers as _numbers

            class DecimalException(ArithmeticError): pass
            class InvalidOperation(DecimalException): pass
            class ConversionSyntax(InvalidOperation): pass
            class DivisionByZero(DecimalException, ZeroDivisionError): pass
            class Inexact(DecimalException): pass
            class Rounded(DecimalException): pass
            class Overflow(Inexact, Rounded): pass
            class FloatOperation(DecimalException, TypeError): pass

            ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING'
            ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP'

            class Context:
                "How many digits count, and how the rest is rounded."
                def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None, traps=None):
                    self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp = prec, rounding, Emin, Emax, capitals, clamp
                def copy(self): return Context(self.prec, self.rounding)
                def create_decimal(self, num='0'): return +Decimal(num)
                def __repr__(self): return f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])'

            _current = [Context()]
            def getcontext(): return _current[0]
            def setcontext(context): _current[0] = context

            class localcontext:
                "Another context for a block."
                def __init__(self, ctx=None, **kwargs):
                    self._new = (ctx or getcontext()).copy()
                    for name, value in kwargs.items(): setattr(self._new, name, value)
                def __enter__(self):
                    self._old = getcontext()
                    setcontext(self._new)
                    return self._new
                def __exit__(self, *details): setcontext(self._old)

            _form = _re.compile(r'\A\s*([-+])?(?:(\d+(?:_\d+)*)?(?:\.(\d*))?(?:[eE]([-+]?\d+))?|(inf(?:inity)?)|(s?nan)(\d*))\s*\Z', _re.IGNORECASE)

            def _divide(n, d, sign, rounding):
                q, r = divmod(n, d)
                if not r: return q
                twice = 2 * r - d
                up = {ROUND_HALF_EVEN: twice > 0 or twice == 0 and q % 2 == 1, ROUND_HALF_UP: twice >= 0, ROUND_HALF_DOWN: twice > 0, ROUND_UP: True, ROUND_DOWN: False,
                      ROUND_CEILING: not sign, ROUND_FLOOR: bool(sign), ROUND_05UP: q % 5 == 0}[rounding]
                return q + 1 if up else q

            def _make(sign, digits, exp, special=None):
                self = object.__new__(Decimal)
                self._sign, self._int, self._exp, self._special = sign, digits, exp, special
                return self

            def _fix(sign, digits, exp):
                context = getcontext()
                extra = len(str(digits)) - context.prec
                if extra > 0:
                    digits = _divide(digits, 10 ** extra, sign, context.rounding)
                    exp += extra
                    if len(str(digits)) > context.prec:
                        digits //= 10
                        exp += 1
                if digits and exp + len(str(digits)) - 1 > context.Emax: raise Overflow("[<class 'decimal.Overflow'>]")
                return _make(sign, digits, exp)

            def _other(value):
                if isinstance(value, Decimal): return value
                if isinstance(value, int): return Decimal(value)
                return None

            class Decimal(_numbers.Number):
                "A decimal number."
                __slots__ = ('_sign', '_int', '_exp', '_special')
                def __new__(cls, value='0', context=None):
                    if isinstance(value, Decimal): return _make(value._sign, value._int, value._exp, value._special)
                    if isinstance(value, int): return _make(int(value < 0), abs(int(value)), 0)
                    if isinstance(value, str):
                        m = _form.match(value.strip())
                        if m is None or m.group(2) is None and not m.group(3) and not m.group(5) and not m.group(6):
                            raise InvalidOperation("[<class 'decimal.ConversionSyntax'>]")
                        sign = int(m.group(1) == '-')
                        if m.group(5): return _make(sign, 0, 0, 'inf')
                        if m.group(6): return _make(sign, 0, 0, 'nan')
                        whole, part = (m.group(2) or '').replace('_', ''), m.group(3) or ''
                        return _make(sign, int(whole + part or '0'), int(m.group(4) or 0) - len(part))
                    if isinstance(value, float):
                        if _math.isnan(value): return _make(0, 0, 0, 'nan')
                        if _math.isinf(value): return _make(int(value < 0), 0, 0, 'inf')
                        n, d = abs(value).as_integer_ratio()
                        k = d.bit_length() - 1
                        return _make(int(_math.copysign(1, value) < 0), n * 5 ** k, -k)
                    if isinstance(value, (tuple, list)):
                        sign, digits, exp = value
                        if exp == 'F': return _make(sign, 0, 0, 'inf')
                        if exp in ('n', 'N'): return _make(sign, 0, 0, 'nan')
                        return _make(sign, int(''.join(map(str, digits)) or '0'), exp)
                    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
                @classmethod
                def from_float(cls, f): return cls(f)

                def is_nan(self): return self._special == 'nan'
                def is_infinite(self): return self._special == 'inf'
                def is_finite(self): return self._special is None
                def is_zero(self): return self._special is None and self._int == 0
                def is_signed(self): return self._sign == 1
                def as_tuple(self): return DecimalTuple(self._sign, tuple(map(int, str(self._int))), {'inf': 'F', 'nan': 'n'}.get(self._special, self._exp))
                def as_integer_ratio(self):
                    if self._special: raise (ValueError if self._special == 'nan' else OverflowError)(f'cannot convert {"NaN" if self._special == "nan" else "Infinity"} to integer ratio')
                    n, d = (self._int * 10 ** self._exp, 1) if self._exp >= 0 else (self._int, 10 ** -self._exp)
                    g = _math.gcd(n, d) or 1
                    return (-n // g if self._sign else n // g, d // g)
                def adjusted(self): return self._exp + len(str(self._int)) - 1 if not self._special else 0

                def __str__(self):
                    sign = '-' if self._sign else ''
                    if self._special: return sign + ('Infinity' if self._special == 'inf' else 'NaN')
                    digits = str(self._int)
                    left = self._exp + len(digits)
                    point = left if self._exp <= 0 and left > -6 else 1
                    if point <= 0: text = '0.' + '0' * -point + digits
                    elif point >= len(digits): text = digits + '0' * (point - len(digits))
                    else: text = digits[:point] + '.' + digits[point:]
                    return sign + text + ('' if left == point else f'E{left - point:+d}')
                def __repr__(self): return f"Decimal('{self}')"
                def to_eng_string(self, context=None): return str(self)

                def _order(self, other):
                    other = _other(other) if not isinstance(other, float) else Decimal(other)
                    if other is None: return None
                    if self._special == 'nan' or other._special == 'nan': return 'nan'
                    a, b = self._scaled(), other._scaled()
                    if self._special or other._special:
                        rank = lambda d: (-1 if d._sign else 1) if d._special else 0
                        return rank(self) - rank(other)
                    low = min(self._exp, other._exp)
                    return (a * 10 ** (self._exp - low) > b * 10 ** (other._exp - low)) - (a * 10 ** (self._exp - low) < b * 10 ** (other._exp - low))
                def _scaled(self): return -self._int if self._sign else self._int
                def __eq__(self, other):
                    order = self._order(other)
                    return NotImplemented if order is None else order == 0
                def __lt__(self, other): return self._less(other, lambda o: o < 0)
                def __le__(self, other): return self._less(other, lambda o: o <= 0)
                def __gt__(self, other): return self._less(other, lambda o: o > 0)
                def __ge__(self, other): return self._less(other, lambda o: o >= 0)
                def _less(self, other, test):
                    order = self._order(other)
                    if order is None: return NotImplemented
                    if order == 'nan': raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                    return test(order)
                def compare(self, other, context=None):
                    order = self._order(other)
                    return Decimal('NaN') if order == 'nan' else Decimal(order)
                def max(self, other): return self if self >= other else Decimal(other)
                def min(self, other): return self if self <= other else Decimal(other)
                def __hash__(self):
                    if self._special: return hash(float(self))
                    n, d = self.as_integer_ratio()
                    if d == 1: return hash(n)
                    value = hash(hash(abs(n)) * pow(d, -1, 2 ** 61 - 1))
                    result = value if n >= 0 else -value
                    return -2 if result == -1 else result
                def __bool__(self): return bool(self._special or self._int)

                def __add__(self, other):
                    other = _other(other)
                    if other is None: return NotImplemented
                    if self._special or other._special:
                        if 'nan' in (self._special, other._special): return Decimal('NaN')
                        if self._special and other._special and self._sign != other._sign: raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                        return self if self._special else other
                    low = min(self._exp, other._exp)
                    total = self._scaled() * 10 ** (self._exp - low) + other._scaled() * 10 ** (other._exp - low)
                    sign = int(total < 0) if total else int(self._sign and other._sign or getcontext().rounding == ROUND_FLOOR and self._sign != other._sign)
                    return _fix(sign, abs(total), low)
                __radd__ = __add__
                def __neg__(self): return _make(1 - self._sign, 0, 0, self._special) if self._special else _fix(1 - self._sign if self._int else 0, self._int, self._exp)
                def __pos__(self): return self if self._special else _fix(self._sign if self._int else 0, self._int, self._exp)
                def __abs__(self): return _make(0, 0, 0, self._special) if self._special else _fix(0, self._int, self._exp)
                def copy_abs(self): return _make(0, self._int, self._exp, self._special)
                def copy_negate(self): return _make(1 - self._sign, self._int, self._exp, self._special)
                def copy_sign(self, other): return _make(other._sign, self._int, self._exp, self._special)
                def __sub__(self, other):
                    other = _other(other)
                    return NotImplemented if other is None else self + other.copy_negate()
                def __rsub__(self, other):
                    other = _other(other)
                    return NotImplemented if other is None else other - self
                def __mul__(self, other):
                    other = _other(other)
                    if other is None: return NotImplemented
                    sign = self._sign ^ other._sign
                    if self._special or other._special:
                        if 'nan' in (self._special, other._special): return Decimal('NaN')
                        if not self or not other: raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                        return _make(sign, 0, 0, 'inf')
                    return _fix(sign, self._int * other._int, self._exp + other._exp)
                __rmul__ = __mul__
                def __truediv__(self, other):
                    other = _other(other)
                    if other is None: return NotImplemented
                    sign = self._sign ^ other._sign
                    if self._special or other._special:
                        if 'nan' in (self._special, other._special): return Decimal('NaN')
                        if self._special and other._special: raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                        return _make(sign, 0, 0, 'inf') if self._special else _make(sign, 0, -1000026)
                    if not other._int:
                        if not self._int: raise InvalidOperation("[<class 'decimal.DivisionUndefined'>]")
                        raise DivisionByZero("[<class 'decimal.DivisionByZero'>]")
                    if not self._int: return _make(sign, 0, self._exp - other._exp)
                    context = getcontext()
                    shift = len(str(other._int)) - len(str(self._int)) + context.prec + 1
                    exp = self._exp - other._exp - shift
                    if shift >= 0: digits, rest = divmod(self._int * 10 ** shift, other._int)
                    else: digits, rest = divmod(self._int, other._int * 10 ** -shift)
                    if rest:
                        if digits % 5 == 0: digits += 1
                    else:
                        ideal = self._exp - other._exp
                        while exp < ideal and digits % 10 == 0:
                            digits //= 10
                            exp += 1
                    return _fix(sign, digits, exp)
                def __rtruediv__(self, other):
                    other = _other(other)
                    return NotImplemented if other is None else other / self
                def __divmod__(self, other):
                    other = _other(other)
                    if other is None: return NotImplemented
                    if not other._int:
                        if not self._int: raise InvalidOperation("[<class 'decimal.DivisionUndefined'>]")
                        raise DivisionByZero("[<class 'decimal.DivisionByZero'>]")
                    low = min(self._exp, other._exp)
                    q, r = divmod(self._int * 10 ** (self._exp - low), other._int * 10 ** (other._exp - low))
                    if len(str(q)) > getcontext().prec: raise InvalidOperation("[<class 'decimal.DivisionImpossible'>]")
                    return _make(self._sign ^ other._sign, q, 0), _fix(self._sign, r, low)
                def __floordiv__(self, other):
                    other = _other(other)
                    return NotImplemented if other is None else divmod(self, other)[0]
                def __mod__(self, other):
                    other = _other(other)
                    if other is None: return NotImplemented
                    if not other._int: raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                    return divmod(self, other)[1]
                def __rfloordiv__(self, other): return Decimal(other) // self
                def __rmod__(self, other): return Decimal(other) % self
                def __pow__(self, other, modulo=None):
                    other = _other(other)
                    if other is None: return NotImplemented
                    if other == other.to_integral_value():
                        power = int(other)
                        if power < 0:
                            with localcontext() as context:
                                context.prec += 6
                                value = Decimal(1) / self ** -power
                            return +value
                        if not power: return Decimal(1)
                        if self._int == 0: return Decimal(0)
                        if len(str(self._int)) * power < 4000: return _fix(self._sign & power, self._int ** power, self._exp * power)
                        with localcontext() as context:
                            context.prec += 8
                            result, base = Decimal(1), self
                            while power:
                                if power & 1: result *= base
                                base *= base
                                power >>= 1
                        return +result
                    if self._sign: raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                    with localcontext() as context:
                        context.prec += 8
                        result = (self.ln() * other).exp()
                    return +result
                def __rpow__(self, other): return Decimal(other) ** self
                def sqrt(self, context=None):
                    "The square root."
                    if self._sign and self._int: raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                    if not self._int: return _make(self._sign, 0, self._exp // 2)
                    prec = getcontext().prec + 1
                    e = self._exp >> 1
                    digits = self._int * 10 if self._exp & 1 else self._int
                    length = (len(str(digits)) + 1) // 2 if not self._exp & 1 else len(str(digits)) + 1 >> 1
                    shift = prec - length
                    exact = True
                    if shift >= 0: digits *= 100 ** shift
                    else:
                        digits, rest = divmod(digits, 100 ** -shift)
                        exact = not rest
                    e -= shift
                    root = _math.isqrt(digits)
                    exact = exact and root * root == digits
                    if exact:
                        if shift >= 0: root //= 10 ** shift
                        else: root *= 10 ** -shift
                        e += shift
                    elif root % 5 == 0: root += 1
                    return _fix(0, root, e)
                def exp(self, context=None):
                    with localcontext() as context:
                        context.prec += 6
                        halvings = max(0, self.adjusted() * 4 + 4)
                        x = self / Decimal(2) ** halvings
                        total, term, i = Decimal(1), Decimal(1), 0
                        while True:
                            i += 1
                            term = term * x / i
                            if total + term == total: break
                            total += term
                        for _ in range(halvings): total *= total
                    return +total
                def ln(self, context=None):
                    if not self: return Decimal('-Infinity')
                    if self._sign: raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                    if self == 1: return Decimal(0)
                    with localcontext() as context:
                        context.prec += 6
                        scale = 10 ** -self.adjusted() if self.adjusted() < 0 else 1
                        y = Decimal(repr(_math.log(self._int) + self._exp * _math.log(10)))
                        for _ in range(4):
                            e = y.exp()
                            y = y + 2 * (self - e) / (self + e)
                    return +y
                def log10(self, context=None):
                    if self._int and str(self._int).strip('0') == '1': return Decimal(self.adjusted())
                    with localcontext() as context:
                        context.prec += 6
                        value = self.ln() / Decimal(10).ln()
                    return +value
                def quantize(self, exp, rounding=None, context=None):
                    "With as many places as another number."
                    exp = _other(exp)
                    if self._special or exp._special:
                        if self._special == exp._special: return self
                        raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                    made = self._rescale(exp._exp, rounding or getcontext().rounding)
                    if len(str(made._int)) > getcontext().prec: raise InvalidOperation("[<class 'decimal.InvalidOperation'>]")
                    return made
                def _rescale(self, exp, rounding):
                    if self._exp >= exp: return _make(self._sign, self._int * 10 ** (self._exp - exp), exp)
                    return _make(self._sign, _divide(self._int, 10 ** (exp - self._exp), self._sign, rounding), exp)
                def normalize(self, context=None):
                    "Without zeros at the end."
                    made = +self
                    if not made._int: return _make(made._sign, 0, 0)
                    digits, exp = made._int, made._exp
                    while digits % 10 == 0:
                        digits //= 10
                        exp += 1
                    return _make(made._sign, digits, exp)
                def to_integral_value(self, rounding=None, context=None): return self if self._special or self._exp >= 0 else self._rescale(0, rounding or getcontext().rounding)
                to_integral, to_integral_exact = to_integral_value, to_integral_value
                def scaleb(self, other, context=None): return _make(self._sign, self._int, self._exp + int(other))
                def same_quantum(self, other, context=None): return self._exp == other._exp
                def __int__(self):
                    if self._special == 'nan': raise ValueError('cannot convert NaN to integer')
                    if self._special: raise OverflowError('cannot convert Infinity to integer')
                    value = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
                    return -value if self._sign else value
                __trunc__ = __int__
                def __float__(self): return float(str(self))
                def __floor__(self): return int(self._rescale(0, ROUND_FLOOR)) if self._exp < 0 else int(self)
                def __ceil__(self): return int(self._rescale(0, ROUND_CEILING)) if self._exp < 0 else int(self)
                def __round__(self, n=None):
                    if n is None: return int(self._rescale(0, ROUND_HALF_EVEN)) if self._exp < 0 else int(self)
                    return self.quantize(_make(0, 1, -n))
                def __copy__(self): return self
                def __deepcopy__(self, memo): return self
                @property
                def real(self): return self
                def __format__(self, spec):
                    m = _re.match(r'\A(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?\Z', spec)
                    if m is None: raise ValueError('invalid format string')
                    fill, align, plus, _, zero, width, comma, places, kind = m.groups()
                    value = self
                    if kind == '%': value = _make(self._sign, self._int, self._exp + 2, self._special)
                    if value._special: text = str(value.copy_abs())
                    elif kind in ('f', 'F', '%'):
                        if places is not None: value = value._rescale(-int(places), getcontext().rounding)
                        elif value._exp > 0: value = value._rescale(0, ROUND_HALF_EVEN)
                        digits = str(value._int).rjust(1 - min(value._exp, 0), '0')
                        text = digits[:value._exp] + '.' + digits[value._exp:] if value._exp < 0 else digits
                    elif kind in ('e', 'E'):
                        digits, exp = str(value._int), value.adjusted()
                        if places is not None and value._int:
                            made = value._rescale(exp - int(places), getcontext().rounding)
                            digits, exp = str(made._int), made.adjusted()
                            digits = digits[:int(places) + 1]
                        text = digits[0] + ('.' + digits[1:] if len(digits) > 1 else '') + f'{kind}{exp:+d}'
                    else:
                        if places is not None and len(str(value._int)) > int(places or 1):
                            extra = len(str(value._int)) - int(places or 1)
                            value = value._rescale(value._exp + extra, getcontext().rounding)
                        text = str(value.copy_abs())
                        if kind == 'g': text = text.replace('E', 'e')
                    if comma:
                        whole, point, part = text.partition('.')
                        text = f'{int(whole):{comma}d}' + point + part
                    if kind == '%': text += '%'
                    sign = '-' if value._sign else plus if plus in ('+', ' ') else ''
                    if zero and not align: fill, align = '0', '='
                    width = int(width or 0)
                    if align == '=': return sign + text.rjust(width - len(sign), fill or ' ')
                    text = sign + text
                    return text.ljust(width, fill or ' ') if align == '<' else text.center(width, fill or ' ') if align == '^' else text.rjust(width, fill or ' ')

            from collections import namedtuple as _namedtuple
            DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
            BasicContext, ExtendedContext, DefaultContext = Context(9, ROUND_HALF_UP), Context(9), Context()
            """#)
}
