def safe(f, x, default=None):
    try: return f(x)
    except Exception as e: return default if default is not None else type(e).__name__
print([safe(int, x) for x in ("1", "x", None, 2.9)], [safe(lambda x: 1 / x, x, 0) for x in (0, 4)], {k: safe(len, k) for k in ("ab", 5, ())})
