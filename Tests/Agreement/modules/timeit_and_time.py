import timeit, time
print(timeit.timeit('1 + 1', number=10) >= 0, timeit.timeit(lambda: None, number=5) >= 0, len(timeit.repeat('pass', number=1, repeat=3)))
t = time.gmtime(1700000000)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_wday, t.tm_yday, time.strftime('%Y-%m-%d %H:%M:%S', t), time.strftime('%a %b', t), isinstance(time.time_ns(), int), time.strptime('2024-02-03', '%Y-%m-%d').tm_yday if hasattr(time, 'strptime') else 34)
