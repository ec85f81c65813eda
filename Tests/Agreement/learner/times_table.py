for i in range(1, 6):
    for j in range(1, 6):
        print(f"{i * j:4}", end="")
    print()
