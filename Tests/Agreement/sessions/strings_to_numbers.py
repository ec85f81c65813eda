texts = ["12", "3.5", "-7", "1e3", "abc", "", " 8 "]
def number(t):
    for kind in (int, float):
        try: return kind(t)
        except ValueError: pass
print([number(t) for t in texts], sum(n for n in map(number, texts) if n is not None), [type(number(t)).__name__ for t in texts])
