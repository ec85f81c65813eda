from fractions import Fraction
recipe = {'flour': ('500', 'g'), 'eggs': ('3', ''), 'milk': ('1/2', 'l'), 'salt': ('1/4', 'tsp')}
def scale(recipe, factor):
    return {name: (Fraction(amount) * Fraction(factor), unit) for name, (amount, unit) in recipe.items()}
def pretty(f):
    whole, rest = divmod(f.numerator, f.denominator)
    if not rest: return str(whole)
    part = f'{rest}/{f.denominator}'
    return f'{whole} {part}' if whole else part
for factor in ('1', '3/2', '1/3'):
    print(factor, ', '.join(f'{pretty(a)}{" " if u else ""}{u} {n}' for n, (a, u) in scale(recipe, factor).items()))
print(sum(a for a, _ in scale(recipe, 2).values()), max(scale(recipe, 1).items(), key=lambda i: i[1][0])[0])
