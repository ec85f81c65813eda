def build(n):
    text = ''
    for i in range(n):
        text += str(i) + ','
    return text
print(len(build(200_000)), len(' '.join([str(i) for i in range(200_000)]).split()))
