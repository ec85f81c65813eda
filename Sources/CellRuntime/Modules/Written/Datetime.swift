/// `datetime`, written in the cell language: dates, moments without time zones, and differences.
extension StandardModules {
    static let datetime = NativeModule(
        "datetime", doc: "Dates and times.",
        source: #"""
            import time as _time

            MINYEAR, MAXYEAR = 1, 9999
            _days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            _names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
            _months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

            def _leap(year): return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            def _in_month(year, month): return 29 if month == 2 and _leap(year) else _days[month - 1]
            def _before(year): return (year - 1) * 365 + (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400
            def _ordinal(year, month, day): return _before(year) + sum(_in_month(year, m) for m in range(1, month)) + day

            def _from_ordinal(n):
                year = n * 400 // 146097 + 1
                while _before(year) >= n: year -= 1
                while _before(year + 1) < n: year += 1
                rest, month = n - _before(year), 1
                while rest > _in_month(year, month):
                    rest -= _in_month(year, month)
                    month += 1
                return year, month, rest

            def _check(year, month, day):
                if not MINYEAR <= year <= MAXYEAR: raise ValueError(f'year {year} is out of range')
                if not 1 <= month <= 12: raise ValueError('month must be in 1..12')
                if not 1 <= day <= _in_month(year, month): raise ValueError('day is out of range for month')

            class timedelta:
                "The difference of two moments."
                def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
                    total = (days + weeks * 7) * 86400000000 + (seconds + minutes * 60 + hours * 3600) * 1000000 + milliseconds * 1000 + microseconds
                    self._total = round(total)
                    self.days, rest = divmod(self._total, 86400000000)
                    self.seconds, self.microseconds = divmod(rest, 1000000)
                def total_seconds(self): return self._total / 1000000
                def _make(self, total): return timedelta(microseconds=total)
                def __add__(self, other): return self._make(self._total + other._total) if isinstance(other, timedelta) else NotImplemented
                def __sub__(self, other): return self._make(self._total - other._total) if isinstance(other, timedelta) else NotImplemented
                def __mul__(self, other): return self._make(self._total * other) if isinstance(other, (int, float)) else NotImplemented
                __rmul__ = __mul__
                def __truediv__(self, other): return self._total / other._total if isinstance(other, timedelta) else self._make(self._total / other)
                def __floordiv__(self, other): return self._total // other._total if isinstance(other, timedelta) else self._make(self._total // other)
                def __mod__(self, other): return self._make(self._total % other._total)
                def __neg__(self): return self._make(-self._total)
                def __abs__(self): return self._make(abs(self._total))
                def __bool__(self): return self._total != 0
                def __eq__(self, other): return isinstance(other, timedelta) and self._total == other._total
                def __lt__(self, other): return self._total < other._total
                def __le__(self, other): return self._total <= other._total
                def __gt__(self, other): return self._total > other._total
                def __ge__(self, other): return self._total >= other._total
                def __hash__(self): return hash(self._total)
                def __str__(self):
                    minutes, seconds = divmod(self.seconds, 60)
                    hours, minutes = divmod(minutes, 60)
                    text = f'{hours}:{minutes:02d}:{seconds:02d}'
                    if self.days: text = f'{self.days} day{"" if abs(self.days) == 1 else "s"}, ' + text
                    return text + (f'.{self.microseconds:06d}' if self.microseconds else '')
                def __repr__(self):
                    parts = [f'{name}={getattr(self, name)}' for name in ('days', 'seconds', 'microseconds') if getattr(self, name)]
                    return f'datetime.timedelta({", ".join(parts) or "0"})'

            def _format(moment, format):
                out, place = '', 0
                hour = getattr(moment, 'hour', 0)
                parts = {
                    'Y': f'{moment.year:04d}', 'm': f'{moment.month:02d}', 'd': f'{moment.day:02d}', 'y': f'{moment.year % 100:02d}',
                    'H': f'{hour:02d}', 'I': f'{(hour + 11) % 12 + 1:02d}', 'M': f'{getattr(moment, "minute", 0):02d}',
                    'S': f'{getattr(moment, "second", 0):02d}', 'f': f'{getattr(moment, "microsecond", 0):06d}', 'p': 'AM' if hour < 12 else 'PM',
                    'A': _names[moment.weekday()], 'a': _names[moment.weekday()][:3], 'B': _months[moment.month - 1],
                    'b': _months[moment.month - 1][:3], 'j': f'{moment.toordinal() - _before(moment.year):03d}', '%': '%', 'z': '', 'Z': '',
                    'w': str((moment.weekday() + 1) % 7), 'e': f'{moment.day:2d}'}
                while place < len(format):
                    if format[place] == '%' and place + 1 < len(format):
                        code = format[place + 1]
                        for short, whole in (('F', '%Y-%m-%d'), ('T', '%H:%M:%S'), ('D', '%m/%d/%y'), ('R', '%H:%M'), ('x', '%m/%d/%y'), ('X', '%H:%M:%S'), ('c', '%a %b %e %H:%M:%S %Y')):
                            if code == short: parts[code] = _format(moment, whole)
                        out += parts.get(code, '%' + code)
                        place += 2
                    else:
                        out += format[place]
                        place += 1
                return out

            class date:
                "A day."
                def __init__(self, year, month, day):
                    _check(year, month, day)
                    self.year, self.month, self.day = year, month, day
                @classmethod
                def today(cls): return cls.fromtimestamp(_time.time())
                @classmethod
                def fromtimestamp(cls, t):
                    parts = _time.localtime(t)
                    return cls(parts[0], parts[1], parts[2])
                @classmethod
                def fromordinal(cls, n): return cls(*_from_ordinal(n))
                @classmethod
                def fromisoformat(cls, text):
                    try:
                        year, month, day = text.split('-')
                        return cls(int(year), int(month), int(day))
                    except ValueError:
                        raise ValueError(f'Invalid isoformat string: {text!r}') from None
                def toordinal(self): return _ordinal(self.year, self.month, self.day)
                def weekday(self): return (self.toordinal() + 6) % 7
                def isoweekday(self): return self.weekday() + 1
                def isoformat(self): return f'{self.year:04d}-{self.month:02d}-{self.day:02d}'
                def strftime(self, format): return _format(self, format)
                def __format__(self, format): return self.strftime(format) if format else str(self)
                def timetuple(self): return _time.localtime(_time.mktime((self.year, self.month, self.day, 0, 0, 0, 0, 1, -1)))
                def replace(self, year=None, month=None, day=None): return type(self)(year or self.year, month or self.month, day or self.day)
                def _key(self): return (self.year, self.month, self.day)
                def __add__(self, other): return type(self).fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented
                __radd__ = __add__
                def __sub__(self, other):
                    if isinstance(other, timedelta): return self + timedelta(-other.days)
                    return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented
                def __eq__(self, other): return type(self) is type(other) and self._key() == other._key()
                def __lt__(self, other): return self._key() < other._key() if type(self) is type(other) else NotImplemented
                def __le__(self, other): return self._key() <= other._key() if type(self) is type(other) else NotImplemented
                def __gt__(self, other): return self._key() > other._key() if type(self) is type(other) else NotImplemented
                def __ge__(self, other): return self._key() >= other._key() if type(self) is type(other) else NotImplemented
                def __hash__(self): return hash(self._key())
                def __str__(self): return self.isoformat()
                def __repr__(self): return f'datetime.date({self.year}, {self.month}, {self.day})'

            class datetime(date):
                "A moment, without a time zone."
                def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
                    if tzinfo is not None: raise NotImplementedError('datetime: time zones are not supported')
                    super().__init__(year, month, day)
                    for name, value, limit in (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59), ('microsecond', microsecond, 999999)):
                        if not 0 <= value <= limit: raise ValueError(f'{name} must be in 0..{limit}')
                    self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond
                    self.tzinfo = None
                @classmethod
                def now(cls, tz=None):
                    if tz is not None: raise NotImplementedError('datetime: time zones are not supported')
                    return cls.fromtimestamp(_time.time())
                @classmethod
                def utcnow(cls): return cls._of(_time.time(), _time.gmtime)
                @classmethod
                def fromtimestamp(cls, t, tz=None): return cls._of(t, _time.localtime)
                @classmethod
                def _of(cls, t, parts):
                    whole, micro = divmod(round(t * 1000000), 1000000)
                    p = parts(whole)
                    return cls(p[0], p[1], p[2], p[3], p[4], p[5], micro)
                @classmethod
                def combine(cls, day, time): return cls(day.year, day.month, day.day, time.hour, time.minute, time.second, time.microsecond)
                @classmethod
                def fromisoformat(cls, text):
                    try:
                        day, _, clock = text.replace('T', ' ').partition(' ')
                        hms, _, micro = clock.partition('.')
                        numbers = [int(part) for part in hms.split(':')] if hms else []
                        return cls(*[int(part) for part in day.split('-')], *numbers, *([0] * (3 - len(numbers)) if micro else []), *([int(micro.ljust(6, '0')[:6])] if micro else []))
                    except (ValueError, TypeError):
                        raise ValueError(f'Invalid isoformat string: {text!r}') from None
                def timestamp(self): return _time.mktime((self.year, self.month, self.day, self.hour, self.minute, self.second, 0, 1, -1)) + self.microsecond / 1000000
                def date(self): return date(self.year, self.month, self.day)
                def isoformat(self, sep='T'):
                    return f'{super().isoformat()}{sep}{self.hour:02d}:{self.minute:02d}:{self.second:02d}' + (f'.{self.microsecond:06d}' if self.microsecond else '')
                def replace(self, **parts):
                    names = ('year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond')
                    return type(self)(**{name: parts.get(name, getattr(self, name)) for name in names})
                def _key(self): return (self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)
                def _total(self): return (self.toordinal() * 86400 + self.hour * 3600 + self.minute * 60 + self.second) * 1000000 + self.microsecond
                def __add__(self, other):
                    if not isinstance(other, timedelta): return NotImplemented
                    days, rest = divmod(self._total() + other._total, 86400000000)
                    seconds, micro = divmod(rest, 1000000)
                    return type(self)(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro)
                __radd__ = __add__
                def __sub__(self, other):
                    if isinstance(other, timedelta): return self + -other
                    return timedelta(microseconds=self._total() - other._total()) if isinstance(other, datetime) else NotImplemented
                def __str__(self): return self.isoformat(' ')
                def __repr__(self):
                    parts = list(self._key())
                    if parts[-1] == 0:
                        parts.pop()
                        if parts[-1] == 0: parts.pop()
                    return f'datetime.datetime({", ".join(map(str, parts))})'
            """#)
}
