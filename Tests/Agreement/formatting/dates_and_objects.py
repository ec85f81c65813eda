from datetime import datetime, timedelta
d = datetime(2024, 1, 5, 9, 7, 3)
print(f'{d:%d/%m/%y}', f'{d:%H:%M}', f'{d:%A, %B %d}', format(d, '%j %U %w %p %I'), f'{d!s}', f'{d!r}', '{:%Y}'.format(d), f'{timedelta(hours=5, seconds=7)}', f'{timedelta(days=-1)}', d.strftime('%%d'), f'{d.date()} {d.time()}')
