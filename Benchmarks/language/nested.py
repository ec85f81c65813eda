def multiply(a, b):
    n = len(a)
    result = []
    for i in range(n):
        row = []
        for j in range(n):
            total = 0
            for k in range(n):
                total += a[i][k] * b[k][j]
            row.append(total)
        result.append(row)
    return result
m = [[i * j % 10 for j in range(80)] for i in range(80)]
print(multiply(m, m)[3][4])
