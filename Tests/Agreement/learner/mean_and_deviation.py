data = [2, 4, 4, 4, 5, 5, 7, 9]
mean = sum(data) / len(data)
variance = sum((x - mean) ** 2 for x in data) / len(data)
print(mean, variance, variance ** 0.5, sorted(data)[len(data) // 2], max(set(data), key=data.count))
normal = [round((x - mean) / variance ** 0.5, 2) for x in data]
print(normal, round(sum(normal), 6))
