/// `datetime`, written in the cell language: dates, times, moments and differences.
extension StandardModules {
    static let datetime = NativeModule(
        "datetime", doc: "Dates and times.",
        source: writtenTimes + writtenDates + writtenMoments + writtenParsing)

    private static let writtenTimes = #"""
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
            def __divmod__(self, other):
                q, r = divmod(self._total, other._total)
                return q, self._make(r)
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

        def _offset_text(offset, colon=':'):
            if offset is None: return ''
            sign = '-' if offset.days < 0 else '+'
            minutes, seconds = divmod(abs(offset).seconds + abs(offset).days * 86400, 60)
            return f'{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}' + (f'{colon}{seconds:02d}' if seconds else '')

        def _format(moment, format):
            out, place = '', 0
            hour = getattr(moment, 'hour', 0)
            day = moment if hasattr(moment, 'year') else date(1900, 1, 1)
            week = day.toordinal() - _before(day.year) - 1
            parts = {
                'Y': f'{day.year}', 'm': f'{day.month:02d}', 'd': f'{day.day:02d}', 'y': f'{day.year % 100:02d}',
                'H': f'{hour:02d}', 'I': f'{(hour + 11) % 12 + 1:02d}', 'M': f'{getattr(moment, "minute", 0):02d}',
                'S': f'{getattr(moment, "second", 0):02d}', 'f': f'{getattr(moment, "microsecond", 0):06d}', 'p': 'AM' if hour < 12 else 'PM',
                'A': _names[day.weekday()], 'a': _names[day.weekday()][:3], 'B': _months[day.month - 1],
                'b': _months[day.month - 1][:3], 'j': f'{week + 1:03d}', '%': '%',
                'z': _offset_text(moment.utcoffset(), '') if hasattr(moment, 'utcoffset') else '', 'Z': (moment.tzname() or '') if hasattr(moment, 'tzname') else '',
                'w': str((day.weekday() + 1) % 7), 'u': str(day.weekday() + 1), 'e': f'{day.day:2d}',
                'U': f'{(week + 7 - (day.weekday() + 1) % 7) // 7:02d}', 'W': f'{(week + 7 - day.weekday()) // 7:02d}',
                'V': f'{day.isocalendar()[1]:02d}', 'G': f'{day.isocalendar()[0]:04d}'}
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
        """#

    private static let writtenDates = #"""

        class tzinfo:
            "A base for time zones."
            def utcoffset(self, dt): raise NotImplementedError('a tzinfo subclass must implement utcoffset()')
            def tzname(self, dt): raise NotImplementedError('a tzinfo subclass must implement tzname()')
            def dst(self, dt): return None
            def fromutc(self, dt): return dt + self.utcoffset(dt)

        class timezone(tzinfo):
            "A fixed difference from UTC."
            def __init__(self, offset, name=None):
                if not isinstance(offset, timedelta): raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
                if not timedelta(-1) < offset < timedelta(1):
                    raise ValueError(f'offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.')
                self._offset, self._name = offset, name
            def utcoffset(self, dt): return self._offset
            def tzname(self, dt):
                if self._name is not None: return self._name
                return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'
            def __eq__(self, other): return self._offset == other._offset if isinstance(other, timezone) else NotImplemented
            def __hash__(self): return hash(self._offset)
            def __str__(self): return self.tzname(None)
            def __repr__(self):
                if self is timezone.utc: return 'datetime.timezone.utc'
                return f'datetime.timezone({self._offset!r})' if self._name is None else f'datetime.timezone({self._offset!r}, {self._name!r})'
        timezone.utc = UTC = timezone(timedelta(0))
        timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))

        from collections import namedtuple as _namedtuple
        IsoCalendarDate = _namedtuple('IsoCalendarDate', 'year week weekday', module='datetime')

        def _whole(*values):
            for value in values:
                if not isinstance(value, int): raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")

        class date:
            "A day."
            def __init__(self, year, month, day):
                _whole(year, month, day)
                _check(year, month, day)
                self.year, self.month, self.day = year, month, day
            @classmethod
            def today(cls): return cls.fromtimestamp(_time.time())
            @classmethod
            def fromtimestamp(cls, t):
                parts = _time.localtime(t)
                return cls(parts[0], parts[1], parts[2])
            @classmethod
            def fromordinal(cls, n):
                if n < 1: raise ValueError('ordinal must be >= 1')
                return cls(*_from_ordinal(n))
            @classmethod
            def fromisoformat(cls, text):
                if not isinstance(text, str): raise TypeError('fromisoformat: argument must be str')
                try: return cls(*_iso_day(text))
                except ValueError as error:
                    if str(error).startswith(('month', 'day', 'year')): raise
                    raise ValueError(f'Invalid isoformat string: {text!r}') from None
            @classmethod
            def fromisocalendar(cls, year, week, day):
                first = _ordinal(year, 1, 4)
                return cls.fromordinal(first - (first + 6) % 7 + (week - 1) * 7 + day - 1)
            def toordinal(self): return _ordinal(self.year, self.month, self.day)
            def weekday(self): return (self.toordinal() + 6) % 7
            def isoweekday(self): return self.weekday() + 1
            def isocalendar(self):
                thursday = self.toordinal() - self.weekday() + 3
                year = _from_ordinal(thursday)[0]
                return IsoCalendarDate(year, (thursday - _before(year) - 1) // 7 + 1, self.weekday() + 1)
            def isoformat(self): return f'{self.year:04d}-{self.month:02d}-{self.day:02d}'
            def strftime(self, format): return _format(self, format)
            def ctime(self): return _format(self, '%a %b %e %H:%M:%S %Y')
            def __format__(self, format): return self.strftime(format) if format else str(self)
            def timetuple(self): return _time.localtime(_time.mktime((self.year, self.month, self.day, 0, 0, 0, 0, 1, -1)))
            def replace(self, year=None, month=None, day=None):
                return type(self)(self.year if year is None else year, self.month if month is None else month, self.day if day is None else day)
            def _key(self): return (self.year, self.month, self.day)
            def __add__(self, other):
                if not isinstance(other, timedelta): return NotImplemented
                n = self.toordinal() + other.days
                if not 1 <= n <= 3652059: raise OverflowError('date value out of range')
                return type(self).fromordinal(n)
            __radd__ = __add__
            def __sub__(self, other):
                if isinstance(other, timedelta): return self + timedelta(-other.days)
                return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented
            def _other(self, other): return isinstance(other, date) and isinstance(self, datetime) == isinstance(other, datetime)
            def __eq__(self, other): return self._key() == other._key() if self._other(other) else NotImplemented
            def __lt__(self, other): return self._key() < other._key() if self._other(other) else NotImplemented
            def __le__(self, other): return self._key() <= other._key() if self._other(other) else NotImplemented
            def __gt__(self, other): return self._key() > other._key() if self._other(other) else NotImplemented
            def __ge__(self, other): return self._key() >= other._key() if self._other(other) else NotImplemented
            def __hash__(self): return hash(self._key())
            def __str__(self): return self.isoformat()
            def __repr__(self): return f'{"datetime.date" if type(self) is date else type(self).__qualname__}({self.year}, {self.month}, {self.day})'

        def _check_clock(hour, minute, second, microsecond):
            _whole(hour, minute, second, microsecond)
            for name, value, limit in (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59), ('microsecond', microsecond, 999999)):
                if not 0 <= value <= limit: raise ValueError(f'{name} must be in 0..{limit}')

        def _clock(self, timespec='auto'):
            text = f'{self.hour:02d}:{self.minute:02d}:{self.second:02d}'
            if timespec == 'auto': return text + (f'.{self.microsecond:06d}' if self.microsecond else '')
            shown = {'hours': text[:2], 'minutes': text[:5], 'seconds': text, 'milliseconds': text + f'.{self.microsecond // 1000:03d}', 'microseconds': text + f'.{self.microsecond:06d}'}
            if timespec not in shown: raise ValueError('Unknown timespec value')
            return shown[timespec]

        class time:
            "A time of day."
            def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
                _check_clock(hour, minute, second, microsecond)
                self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold
            @classmethod
            def fromisoformat(cls, text):
                try: return cls(*_iso_clock(text.lstrip('T')))
                except ValueError: raise ValueError(f'Invalid isoformat string: {text!r}') from None
            def utcoffset(self): return None if self.tzinfo is None else self.tzinfo.utcoffset(None)
            def tzname(self): return None if self.tzinfo is None else self.tzinfo.tzname(None)
            def isoformat(self, timespec='auto'): return _clock(self, timespec) + _offset_text(self.utcoffset())
            def strftime(self, format): return _format(self, format)
            def __format__(self, format): return self.strftime(format) if format else str(self)
            def replace(self, **parts):
                return type(self)(**{name: parts.get(name, getattr(self, name)) for name in ('hour', 'minute', 'second', 'microsecond', 'tzinfo')})
            def _key(self): return (self.hour, self.minute, self.second, self.microsecond)
            def __eq__(self, other): return self._key() == other._key() if isinstance(other, time) else NotImplemented
            def __lt__(self, other): return self._key() < other._key() if isinstance(other, time) else NotImplemented
            def __le__(self, other): return self._key() <= other._key() if isinstance(other, time) else NotImplemented
            def __gt__(self, other): return self._key() > other._key() if isinstance(other, time) else NotImplemented
            def __ge__(self, other): return self._key() >= other._key() if isinstance(other, time) else NotImplemented
            def __hash__(self): return hash(self._key())
            def __str__(self): return self.isoformat()
            def __repr__(self):
                parts = list(map(str, _shown(self._key(), 2)))
                if self.tzinfo is not None: parts.append(f'tzinfo={self.tzinfo!r}')
                return f'datetime.time({", ".join(parts)})'

        def _shown(key, least):
            key = list(key)
            while len(key) > least and key[-1] == 0: key.pop()
            return key
        """#
}
