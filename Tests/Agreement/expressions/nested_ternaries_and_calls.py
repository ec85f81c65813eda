fizz = lambda n: 'FizzBuzz' if n % 15 == 0 else 'Fizz' if n % 3 == 0 else 'Buzz' if n % 5 == 0 else n
print([fizz(n) for n in range(1, 16)])
print(['FizzBuzz'[n * n % 3 * 4:8 - -n ** 4 % 5] or n for n in range(1, 16)])
