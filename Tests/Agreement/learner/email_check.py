def valid(e):
    if e.count("@") != 1: return False
    user, host = e.split("@")
    return bool(user) and "." in host and not host.startswith(".") and " " not in e
for e in ("a@b.c", "a@b", "@b.c", "a b@c.d", "a@@b.c", "x.y@z.org"): print(e, valid(e))
