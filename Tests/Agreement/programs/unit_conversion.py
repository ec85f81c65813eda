UNITS = {'m': 1, 'km': 1000, 'cm': .01, 'mi': 1609.344, 'ft': .3048}
def convert(value, source, target):
    try:
        return value * UNITS[source] / UNITS[target]
    except KeyError as error:
        raise ValueError(f'unknown unit {error}') from None
class Length:
    def __init__(self, text):
        number = ''.join(c for c in text if c.isdigit() or c in '.-')
        self.value, self.unit = float(number), text[len(number):].strip()
    def to(self, unit): return convert(self.value, self.unit, unit)
    def __format__(self, spec): return f'{self.to(spec or "m"):.2f} {spec or "m"}'
for text in ['5km', '12 ft', '100cm', '-3mi']: print(f'{text}: {Length(text)} = {Length(text):ft} = {Length(text):km}')
for bad in ('5 parsec', 'abc'):
    try:
        print(f'{Length(bad)}')
    except ValueError as error:
        print(error, error.__suppress_context__)
c2f = lambda c: c * 9 / 5 + 32
print([f'{c}C={c2f(c):g}F' for c in (-40, 0, 37, 100)])
