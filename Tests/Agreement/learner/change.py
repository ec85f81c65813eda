def change(cents):
    result = {}
    for coin in (200, 100, 50, 20, 10, 5, 2, 1):
        n, cents = divmod(cents, coin)
        if n: result[coin] = n
    return result
print(change(388), change(0), change(99), sum(k * v for k, v in change(1234).items()))
