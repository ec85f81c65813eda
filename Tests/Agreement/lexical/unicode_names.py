größe = 3
π = 3.14
名前 = '鳥'
def quadrat(größe): return größe * größe
print(größe, π, 名前, quadrat(größe))
class Ñandú:
    año = 2024
print(Ñandú.año, Ñandú.__name__)
ﬁ = 'ligature'
print(fi)
print('naïve'.upper(), 'ß'.upper(), 'ǆ'.title(), len('🐦'), '🐦'.encode(), '\U0001F426' == '🐦')
print(ascii('é🐦'), 'éa' < 'ez', sorted(['é', 'e', 'z', 'a']))
