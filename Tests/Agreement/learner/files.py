import os, tempfile
path = os.path.join(tempfile.mkdtemp(), "notes.txt")
with open(path, "w") as f:
    for i in range(3): f.write(f"line {i}\n")
with open(path) as f:
    for n, line in enumerate(f, 1): print(n, line.strip())
print(len(open(path).read()), os.path.exists(path))
os.remove(path)
print(os.path.exists(path))
