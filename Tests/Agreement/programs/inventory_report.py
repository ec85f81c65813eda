inventory = [
    {'item': 'bolts', 'quantity': 150, 'price': 0.10, 'tags': {'metal', 'small'}},
    {'item': 'planks', 'quantity': 20, 'price': 5.5, 'tags': {'wood'}},
    {'item': 'screws', 'quantity': 0, 'price': 0.05, 'tags': {'metal'}},
    {'item': 'glue', 'quantity': 7, 'price': 3.99, 'tags': set()},
]
print(f'{"item":<10}|{"qty":>6}|{"price":>8}|{"value":>10}')
print('-' * 37)
total = 0
for row in sorted(inventory, key=lambda r: r['quantity'] * r['price'], reverse=True):
    value = row['quantity'] * row['price']
    total += value
    print(f'{row["item"]:<10}|{row["quantity"]:>6}|{row["price"]:>8.2f}|{value:>10.2f}')
print(f'{"total":<10}|{"":>6}|{"":>8}|{total:>10.2f}')
tags = {}
for row in inventory:
    for tag in sorted(row['tags']): tags.setdefault(tag, []).append(row['item'])
print(tags, [r['item'] for r in inventory if not r['quantity']], max(inventory, key=lambda r: r['price'])['item'])
print({r['item']: r['quantity'] for r in inventory if 'metal' in r['tags']}, sum(len(r['tags']) for r in inventory))
restocked = [{**r, 'quantity': r['quantity'] + 10} for r in inventory if r['quantity'] < 10]
print([(r['item'], r['quantity']) for r in restocked], inventory[2]['quantity'])
