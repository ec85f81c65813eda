def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return "cannot divide by zero"
    except TypeError as error:
        return f"wrong type: {error}"
    finally:
        print("tried", a, b)
print(divide(6, 3), divide(1, 0), divide("a", 2), sep="\n")
