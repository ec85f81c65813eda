# first

x = 1

# between

if x:

    # inside
    y = 2

    # still inside

    z = 3
# after
print(x, y, z)
