/// `datetime.datetime`, and the reading of moments from text.
extension StandardModules {
    static let writtenMoments = #"""

        class datetime(date):
            "A moment, perhaps in a time zone."
            def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
                super().__init__(year, month, day)
                _check_clock(hour, minute, second, microsecond)
                self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold
            @classmethod
            def now(cls, tz=None): return cls.fromtimestamp(_time.time(), tz)
            @classmethod
            def today(cls): return cls.now()
            @classmethod
            def utcnow(cls): return cls._of(_time.time(), _time.gmtime)
            @classmethod
            def fromtimestamp(cls, t, tz=None):
                if tz is None: return cls._of(t, _time.localtime)
                return tz.fromutc(cls._of(t, _time.gmtime).replace(tzinfo=tz))
            @classmethod
            def utcfromtimestamp(cls, t): return cls._of(t, _time.gmtime)
            @classmethod
            def _of(cls, t, parts):
                whole, micro = divmod(round(t * 1000000), 1000000)
                p = parts(whole)
                return cls(p[0], p[1], p[2], p[3], p[4], p[5], micro)
            @classmethod
            def combine(cls, date, time, tzinfo=True):
                return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, time.tzinfo if tzinfo is True else tzinfo)
            @classmethod
            def fromisoformat(cls, text):
                if not isinstance(text, str): raise TypeError('fromisoformat: argument must be str')
                try:
                    day, clock = (text[:10], text[11:]) if len(text) > 10 else (text, '')
                    return cls(*_iso_day(day), *(_iso_clock(clock) if clock else ()))
                except ValueError as error:
                    if str(error).startswith(('month', 'day', 'year', 'hour', 'minute', 'second')): raise
                    raise ValueError(f'Invalid isoformat string: {text!r}') from None
            @classmethod
            def strptime(cls, text, format): return cls(*_parse(text, format))
            def timestamp(self):
                if self.tzinfo is not None: return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()
                return _time.mktime((self.year, self.month, self.day, self.hour, self.minute, self.second, 0, 1, -1)) + self.microsecond / 1000000
            def date(self): return date(self.year, self.month, self.day)
            def time(self): return time(self.hour, self.minute, self.second, self.microsecond)
            def timetz(self): return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)
            def utcoffset(self): return None if self.tzinfo is None else self.tzinfo.utcoffset(self)
            def tzname(self): return None if self.tzinfo is None else self.tzinfo.tzname(self)
            def dst(self): return None if self.tzinfo is None else self.tzinfo.dst(self)
            def astimezone(self, tz=None):
                offset = self.utcoffset()
                if offset is None: offset = timedelta(seconds=_time._offset(self.timestamp()))
                if tz is None: tz = timezone(timedelta(seconds=_time._offset(self.timestamp())))
                return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))
            def timetuple(self): return _time.localtime(_time.mktime((self.year, self.month, self.day, self.hour, self.minute, self.second, 0, 1, -1)))
            def isoformat(self, sep='T', timespec='auto'): return f'{super().isoformat()}{sep}{_clock(self, timespec)}' + _offset_text(self.utcoffset())
            def replace(self, **parts):
                names = ('year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond', 'tzinfo')
                return type(self)(**{name: parts.get(name, getattr(self, name)) for name in names})
            def _plain(self): return (self.toordinal() * 86400 + self.hour * 3600 + self.minute * 60 + self.second) * 1000000 + self.microsecond
            def _total_micro(self): return self._plain() - (self.utcoffset()._total if self.tzinfo is not None else 0)
            def _key(self): return self._total_micro()
            def _other(self, other):
                if not isinstance(other, datetime): return False
                if (self.utcoffset() is None) != (other.utcoffset() is None): raise TypeError("can't compare offset-naive and offset-aware datetimes")
                return True
            def __eq__(self, other):
                if not isinstance(other, datetime): return NotImplemented
                return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()
            def __hash__(self): return hash(self._key())
            def __add__(self, other):
                if not isinstance(other, timedelta): return NotImplemented
                days, rest = divmod(self._plain() + other._total, 86400000000)
                if not 1 <= days <= 3652059: raise OverflowError('date value out of range')
                seconds, micro = divmod(rest, 1000000)
                return type(self)(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro, self.tzinfo)
            __radd__ = __add__
            def __sub__(self, other):
                if isinstance(other, timedelta): return self + -other
                if not isinstance(other, datetime): return NotImplemented
                if (self.utcoffset() is None) != (other.utcoffset() is None): raise TypeError("can't subtract offset-naive and offset-aware datetimes")
                return timedelta(microseconds=self._total_micro() - other._total_micro())
            def __str__(self): return self.isoformat(' ')
            def __repr__(self):
                parts = list(map(str, _shown((self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond), 5)))
                if self.tzinfo is not None: parts.append(f'tzinfo={self.tzinfo!r}')
                return f'{"datetime.datetime" if type(self) is datetime else type(self).__qualname__}({", ".join(parts)})'

        date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
        time.min, time.max = time(0, 0), time(23, 59, 59, 999999)
        datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
        timedelta.min, timedelta.max, timedelta.resolution = timedelta(-999999999), timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999), timedelta(microseconds=1)
        """#

    static let writtenParsing = #"""

        import re as _re

        def _iso_day(text):
            m = _re.fullmatch(r'(\d{4})-?(\d{2})-?(\d{2})', text)
            if m: return tuple(map(int, m.groups()))
            m = _re.fullmatch(r'(\d{4})-?W(\d{2})(?:-?(\d))?', text)
            if not m: raise ValueError
            return date.fromisocalendar(int(m[1]), int(m[2]), int(m[3] or 1))._key()

        def _iso_zone(text):
            if text in (None, ''): return None
            if text == 'Z': return timezone.utc
            m = _re.fullmatch(r'([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?', text)
            if not m: raise ValueError
            offset = timedelta(hours=int(m[2]), minutes=int(m[3]), seconds=int(m[4] or 0))
            return timezone(-offset if m[1] == '-' else offset) if offset else timezone.utc

        def _iso_clock(text):
            m = _re.fullmatch(r'(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?(Z|[+-].*)?', text)
            if not m: raise ValueError
            return int(m[1]), int(m[2] or 0), int(m[3] or 0), int((m[4] or '0').ljust(6, '0')[:6]), _iso_zone(m[5])

        _codes = {
            'Y': r'(?P<Y>\d{4})', 'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])', 'd': r'(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])', 'H': r'(?P<H>2[0-3]|[01]\d|\d)',
            'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])', 'M': r'(?P<M>[0-5]\d|\d)', 'S': r'(?P<S>6[01]|[0-5]\d|\d)', 'f': r'(?P<f>\d{1,6})', 'y': r'(?P<y>\d\d)',
            'p': r'(?P<p>am|pm)', 'j': r'(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])', 'z': r'(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d)?|Z)', 'Z': r'(?P<Z>utc|gmt)?',
            'B': '(?P<B>' + '|'.join(_months) + ')', 'b': '(?P<b>' + '|'.join(m[:3] for m in _months) + ')',
            'A': '(?P<A>' + '|'.join(_names) + ')', 'a': '(?P<a>' + '|'.join(n[:3] for n in _names) + ')', 'w': '(?P<w>[0-6])', '%': '%'}

        def _parse(text, format):
            if not isinstance(text, str): raise TypeError(f'strptime() argument 1 must be str, not {type(text).__name__}')
            for short, whole in (('%F', '%Y-%m-%d'), ('%T', '%H:%M:%S'), ('%D', '%m/%d/%y'), ('%R', '%H:%M')): format = format.replace(short, whole)
            pattern, place = '', 0
            while place < len(format):
                c = format[place]
                if c == '%':
                    code = format[place + 1:place + 2]
                    if code not in _codes:
                        if not code: raise ValueError(f"stray %% in format '{format}'")
                        raise ValueError(f"'{code}' is a bad directive in format '{format}'")
                    pattern += _codes[code]
                    place += 2
                else:
                    pattern += r'\s+' if c.isspace() else _re.escape(c)
                    place += 1
            m = _re.match(pattern, text, _re.IGNORECASE)
            if not m: raise ValueError(f'time data {text!r} does not match format {format!r}')
            if m.end() != len(text): raise ValueError(f'unconverted data remains: {text[m.end():]}')
            found = m.groupdict()
            year = int(found['Y']) if 'Y' in found else 1900
            if 'y' in found: year = int(found['y']) + (2000 if int(found['y']) < 69 else 1900)
            month, day = int(found.get('m', 1)), int(found.get('d', 1))
            for code, size in (('B', 99), ('b', 3)):
                if code in found: month = [name[:size].lower() for name in _months].index(found[code].lower()) + 1
            hour = int(found.get('H', 0))
            if 'I' in found: hour = int(found['I']) % 12 + (12 if found.get('p', 'am').lower() == 'pm' else 0)
            if 'j' in found: year, month, day = _from_ordinal(_before(year) + int(found['j']))
            micro = int(found['f'].ljust(6, '0')) if 'f' in found else 0
            if day > _in_month(year, month): raise ValueError('day is out of range for month')
            return year, month, day, hour, int(found.get('M', 0)), int(found.get('S', 0)), micro, _iso_zone(found['z']) if found.get('z') else None
        """#
}
