def has_duplicate(xs):
    seen = set()
    for x in xs:
        if x in seen:
            print("found", x)
            break
        seen.add(x)
    else:
        print("all different")
has_duplicate([1, 2, 1]); has_duplicate("abc"); has_duplicate([])
