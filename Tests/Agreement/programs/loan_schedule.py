def payment(principal, rate, months): return principal * rate / (1 - (1 + rate) ** -months)
balance, rate, months = 1000.0, 0.01, 6
pay = payment(balance, rate, months)
print(f'payment {pay:.2f}')
for month in range(1, months + 1):
    interest = balance * rate
    balance -= pay - interest
    print(f'{month:>2} {interest:>7.2f} {pay - interest:>8.2f} {abs(balance):>9.2f}')
print(f'total {pay * months:,.2f}, interest {pay * months - 1000:.2f}', round(balance, 6) == 0)
years = 0
savings = 100
while savings < 200:
    savings *= 1.07
    years += 1
print(years, round(savings, 2))
