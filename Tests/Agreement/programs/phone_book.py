import re
class PhoneBook(dict):
    def __setitem__(self, name, number):
        digits = re.sub(r'\D', '', number)
        if not 5 <= len(digits) <= 12: raise ValueError(f'{number!r} is no phone number')
        super().__setitem__(name.title(), digits)
    def __missing__(self, name): return f'no number for {name}'
    def search(self, part): return {n: d for n, d in self.items() if part.lower() in n.lower() or part in d}
b = PhoneBook()
b['ada lovelace'] = '+49 (30) 123-456'
b['bob'] = '555 1234'
for bad in ('12', 'none'):
    try:
        b['x'] = bad
    except ValueError as error:
        print(error)
print(b, b['Bob'], b['Zoe'], b.search('lace'), b.search('1234'), len(b), 'Ada Lovelace' in b, b.get('Zoe'))
