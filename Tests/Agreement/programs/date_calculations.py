from datetime import date, timedelta, datetime
birthday = date(1990, 5, 17)
today = date(2024, 3, 1)
print((today - birthday).days, today.year - birthday.year - ((today.month, today.day) < (birthday.month, birthday.day)))
print([d.strftime('%a %d') for d in (today + timedelta(days=i) for i in range(5))], today.replace(day=1) - timedelta(days=1))
def workdays(start, end): return sum((start + timedelta(n)).weekday() < 5 for n in range((end - start).days))
print(workdays(date(2024, 1, 1), date(2024, 2, 1)), [y for y in range(1999, 2010) if date(y, 12, 31).timetuple().tm_yday == 366] if False else [y for y in range(1999, 2010) if (date(y + 1, 1, 1) - date(y, 1, 1)).days == 366])
friday = [date(2024, m, 13) for m in range(1, 13) if date(2024, m, 13).weekday() == 4]
print(friday, friday[0].isoformat())
log = ['2024-03-01 10:00:00 start', '2024-03-01 10:05:30 step', '2024-03-01 11:00:00 stop']
times = [datetime.strptime(line[:19], '%Y-%m-%d %H:%M:%S') for line in log]
print([str(b - a) for a, b in zip(times, times[1:])], max(times) - min(times), (times[-1] - times[0]).total_seconds() / 60)
print(sorted(['2024-1-5', '2023-12-31'], key=lambda s: date(*map(int, s.split('-')))), date.min, date(2024, 2, 29) + timedelta(365))
