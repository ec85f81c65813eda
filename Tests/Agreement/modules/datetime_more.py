from datetime import datetime, date, timedelta, time
d = date(2024, 2, 28)
print(d, repr(d), d.year, d.weekday(), d.isoweekday(), d + timedelta(days=2), d.replace(month=12), d.isoformat(), d.strftime('%d.%m.%Y %A %B %j %y'), (date(2024, 12, 25) - d).days, d.isocalendar()[1], date.fromisoformat('2024-01-05'), d.toordinal(), d < date(2025, 1, 1), max(d, date(2020, 1, 1)))
t = datetime(2024, 3, 15, 14, 5, 9, 123456)
print(t, repr(t), t.date(), t.time(), t.hour, t + timedelta(hours=10), t.isoformat(), t.isoformat(sep=' ', timespec='minutes'), t.strftime('%H:%M:%S %p %I %f'), t.replace(minute=0, second=0, microsecond=0), t.ctime(), datetime.strptime('2024-05-06 07:08', '%Y-%m-%d %H:%M'), datetime.fromisoformat('2024-01-02T03:04:05'))
x = timedelta(days=1, hours=2, minutes=30)
print(x, repr(x), x.total_seconds(), x.days, x.seconds, x * 2, x / 2, x // timedelta(hours=1), -x, abs(-x), x + timedelta(seconds=1), timedelta(weeks=1), timedelta(milliseconds=1500), x > timedelta(days=1), timedelta(0) or 'zero', divmod(x, timedelta(hours=5)), sum([x, x], timedelta()))
print(datetime(2024, 1, 1) - datetime(2023, 1, 1), time(5, 30), time(23, 59, 59).isoformat(), datetime.combine(d, time(8)), (t - datetime(2024, 3, 15)).seconds, datetime.min, date.max, f'{t:%Y/%m}', f'{d:%b %d}')
for bad in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: datetime.strptime('x', '%Y'), lambda: date.fromisoformat('nope'), lambda: datetime(2024, 1, 1, 25)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
