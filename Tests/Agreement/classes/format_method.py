class Angle:
    def __init__(self, degrees): self.degrees = degrees
    def __format__(self, spec):
        if spec == 'rad': return f'{self.degrees * 3.141592653589793 / 180:.3f} rad'
        if spec.endswith('d'): return format(self.degrees, spec[:-1] or 'g') + '°'
        return str(self)
    def __str__(self): return f'{self.degrees} degrees'
    def __repr__(self): return f'Angle({self.degrees})'
a = Angle(90)
print(f'{a} {a!r} {a:rad} {a:.1fd} {a:d}', '{0:rad} {0!s:>12}'.format(a), format(a), '%s %r' % (a, a))
class Plain: pass
try:
    format(Plain(), '>10')
except TypeError as error:
    print(error)
