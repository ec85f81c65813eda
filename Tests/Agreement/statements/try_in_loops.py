out = []
for v in ['1', 'x', '0', '5', None]:
    try:
        n = 10 // int(v)
    except ValueError:
        out.append('bad')
        continue
    except ZeroDivisionError:
        out.append('zero')
    except TypeError:
        out.append('none')
        break
    else:
        out.append(n)
    finally:
        out.append('|')
else:
    out.append('completed')
print(out)
