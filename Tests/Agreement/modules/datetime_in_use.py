from datetime import date, datetime, timedelta, timezone, time
d = date(2024, 1, 31)
print([(d + timedelta(weeks=w)).isoformat() for w in range(3)], d.strftime('%d %b %Y'), (date(2024, 12, 25) - d).days, d.replace(day=1).weekday())
t = datetime(2024, 3, 10, 12, tzinfo=timezone.utc)
print(t, t.isoformat(), repr(t.tzinfo), t.astimezone(timezone(timedelta(hours=2))), t.timestamp(), t == datetime(2024, 3, 10, 14, tzinfo=timezone(timedelta(hours=2))), datetime.fromtimestamp(0, timezone.utc), t.utcoffset(), t.tzname())
print(time(9, 30), time(9, 30) < time(10), repr(time(1, 2, 3)), datetime.combine(d, time(8, 15)), datetime.strptime('10 Mar 2024 01:05 PM', '%d %b %Y %I:%M %p'), datetime.fromisoformat('2024-03-10T12:00:00+01:00'), timedelta(hours=36), str(timedelta(minutes=-5)), date.fromisocalendar(2024, 10, 1), d.isocalendar()[:2])
try:
    t < datetime(2024, 1, 1)
except TypeError as error:
    print(error)
