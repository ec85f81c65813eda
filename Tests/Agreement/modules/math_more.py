import math
print(math.pi, math.e, math.tau, math.inf, math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 3), math.cbrt(27))
print(math.sin(math.pi / 2), math.cos(0), round(math.tan(math.pi / 4), 10), math.asin(1), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 2), math.sinh(1), math.dist((0, 0), (3, 4)))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fabs(-3), math.fmod(-7, 3), math.modf(3.25), math.frexp(8), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.remainder(7, 4), math.fsum([0.1] * 10), sum([0.1] * 10))
print(math.isnan(float('nan')), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5), math.isqrt(17), math.prod([2, 3], start=4), math.gamma(5), math.erf(1), math.ulp(1.0), math.nextafter(1, 2))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.sqrt('a'), lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.comb(-1, 2), lambda: math.pow(0, -1), lambda: math.isqrt(-1), lambda: math.gcd(1.5)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
