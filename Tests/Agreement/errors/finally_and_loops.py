def f():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        except Exception: pass
        else: print('else', i)
        finally: print('finally', i)
    else: print('no break')
    return 'done'
print(f())
