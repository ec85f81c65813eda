items = [('Coffee', 2, 3.5), ('Croissant', 1, 2.25), ('Sandwich with a long name', 1, 7.0)]
width = 32
print('RECEIPT'.center(width, '='))
total = 0
for name, n, price in items:
    cost = n * price
    total += cost
    print(f'{name[:18]:<18} {n:>3} x {cost:>7.2f}')
print('-' * width)
print(f'{"Total":<{width - 8}}{total:>8.2f}')
print(f'{"VAT 19%":<{width - 8}}{total * .19:>8.2f}', f'{"":=>{width}}', sep='\n')
