from datetime import datetime, date, timedelta
d = date(2024, 2, 29); print(d, repr(d), d.weekday(), d.isoformat(), d + timedelta(days=1), d - date(2023, 12, 31), d.replace(year=2020), d.strftime('%d/%m/%y %A %B %j'), d.toordinal())
t = datetime(2023, 1, 31, 13, 5, 9, 250); print(t, repr(t), t + timedelta(hours=11, minutes=55), t.strftime('%Y-%m-%d %I:%M:%S %p'), t - datetime(2023, 1, 1), f'{t:%H:%M}', t.date(), datetime(2020, 1, 1))
print(timedelta(days=1, hours=2.5), repr(timedelta(seconds=-1)), timedelta(1).total_seconds(), timedelta(minutes=3) * 2, timedelta(1) / timedelta(hours=6), timedelta(0), sorted([timedelta(2), timedelta(1)]))
print(date(2020, 1, 1) < date(2021, 1, 1), datetime.fromisoformat('2024-05-06 07:08:09'), date.fromisoformat('2024-05-06'), date.fromordinal(738000), {date(2020, 1, 1): 1}[date(2020, 1, 1)])
for call in [lambda: date(2023, 2, 29), lambda: datetime(2023, 13, 1), lambda: datetime(2023, 1, 1, 24), lambda: date.fromisoformat('x')]:
    try: call()
    except ValueError as error: print(error)
