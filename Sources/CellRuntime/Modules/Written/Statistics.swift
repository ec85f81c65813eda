/// `statistics`, written in the cell language. Sums are exact fractions, as in CPython.
extension StandardModules {
    static let statistics = NativeModule(
        "statistics", doc: "Means, medians and deviations.",
        source: #"""
            from fractions import Fraction
            import math as _math

            class StatisticsError(ValueError): pass

            def _exact(x):
                if isinstance(x, (int, float, Fraction)): return Fraction(x)
                ratio = getattr(x, 'as_integer_ratio', None)
                if ratio is not None: return Fraction(*ratio())
                raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")

            def _total(data):
                total, count, kind = Fraction(0), 0, int
                for x in data:
                    if isinstance(x, float) and not _math.isfinite(x): return x, sum(1 for _ in data), float
                    total += _exact(x)
                    count += 1
                    if kind is int or kind is bool: kind = type(x) if type(x) is not bool else int
                    elif kind is Fraction and type(x) is float: kind = float
                return total, count, kind

            def _convert(value, kind):
                if type(value) is float: return value
                if kind is int and value.denominator != 1: return value.numerator / value.denominator
                if kind is int: return int(value)
                if kind is float: return value.numerator / value.denominator
                if kind is Fraction: return value
                return kind(value.numerator) / value.denominator

            def mean(data):
                "The arithmetic mean."
                total, n, kind = _total(list(data))
                if n < 1: raise StatisticsError('mean requires at least one data point')
                return _convert(total / n, kind)

            def fmean(data, weights=None):
                "The mean as a float."
                data = list(data)
                if weights is None:
                    if not data: raise StatisticsError('fmean requires at least one data point')
                    return _math.fsum(data) / len(data)
                weights = list(weights)
                if len(data) != len(weights): raise StatisticsError('data and weights must be the same length')
                return _math.fsum(x * w for x, w in zip(data, weights)) / _math.fsum(weights)

            def geometric_mean(data):
                data = list(data)
                try: return _math.exp(fmean(map(_math.log, data)))
                except ValueError: raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None

            def harmonic_mean(data, weights=None):
                data = list(data)
                n = len(data)
                if n < 1: raise StatisticsError('harmonic_mean requires at least one data point')
                if any(x < 0 for x in data): raise StatisticsError('harmonic mean does not support negative values')
                if any(x == 0 for x in data): return 0
                weights = [1] * n if weights is None else list(weights)
                total, _, kind = _total([w / x if w else 0 for w, x in zip(weights, data)])
                return _convert(_exact(sum(weights)) / total, kind)

            def median(data):
                "The middle value."
                data = sorted(data)
                n = len(data)
                if n == 0: raise StatisticsError('no median for empty data')
                return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2

            def median_low(data):
                data = sorted(data)
                if not data: raise StatisticsError('no median for empty data')
                return data[(len(data) - 1) // 2]

            def median_high(data):
                data = sorted(data)
                if not data: raise StatisticsError('no median for empty data')
                return data[len(data) // 2]

            def median_grouped(data, interval=1):
                data = sorted(data)
                n = len(data)
                if n == 0: raise StatisticsError('no median for empty data')
                x = data[n // 2]
                below, equal = sum(1 for d in data if d < x), data.count(x)
                return x - interval / 2 + interval * (n / 2 - below) / equal

            def mode(data):
                "The most common value, the first of several."
                counts = {}
                for x in data: counts[x] = counts.get(x, 0) + 1
                if not counts: raise StatisticsError('no mode for empty data')
                return max(counts, key=counts.get)

            def multimode(data):
                counts = {}
                for x in data: counts[x] = counts.get(x, 0) + 1
                most = max(counts.values(), default=0)
                return [x for x, count in counts.items() if count == most]

            def quantiles(data, *, n=4, method='exclusive'):
                "The points that divide the data into n parts."
                if n < 1: raise StatisticsError('n must be at least 1')
                data = sorted(data)
                size = len(data)
                if size < 2: raise StatisticsError('must have at least two data points')
                result = []
                for i in range(1, n):
                    if method == 'inclusive':
                        j, delta = divmod(i * (size - 1), n)
                        result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
                    elif method == 'exclusive':
                        j = min(max(i * (size + 1) // n, 1), size - 1)
                        delta = i * (size + 1) - j * n
                        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
                    else: raise ValueError(f'Unknown method: {method!r}')
                return result

            def _squares(data, center):
                data = list(data)
                if center is not None:
                    return sum(((_exact(x) - _exact(center)) ** 2 for x in data), Fraction(0)), len(data), _total(data)[2]
                total, n, kind = _total(data)
                if n == 0: return Fraction(0), 0, kind
                if type(total) is float: return total - total, n, float
                squares = sum((_exact(x) ** 2 for x in data), Fraction(0))
                return squares - total * total / n, n, kind

            def variance(data, xbar=None):
                "The variance of a sample."
                squares, n, kind = _squares(data, xbar)
                if n < 2: raise StatisticsError('variance requires at least two data points')
                return _convert(squares / (n - 1), kind)

            def pvariance(data, mu=None):
                "The variance of a population."
                squares, n, kind = _squares(data, mu)
                if n < 1: raise StatisticsError('pvariance requires at least one data point')
                return _convert(squares / n, kind)

            def _root(fraction):
                n, m = fraction.numerator, fraction.denominator
                if n == 0: return 0.0
                shift = (n.bit_length() - m.bit_length() - 109) // 2
                if shift >= 0: numerator, denominator = _odd_root(n, m << 2 * shift) << shift, 1
                else: numerator, denominator = _odd_root(n << -2 * shift, m), 1 << -shift
                return numerator / denominator

            def _odd_root(n, m):
                a = _math.isqrt(n // m)
                return a | (a * a * m != n)

            def stdev(data, xbar=None):
                "The standard deviation of a sample."
                squares, n, kind = _squares(data, xbar)
                if n < 2: raise StatisticsError('stdev requires at least two data points')
                return _root(squares / (n - 1)) if type(squares) is not float else squares

            def pstdev(data, mu=None):
                "The standard deviation of a population."
                squares, n, kind = _squares(data, mu)
                if n < 1: raise StatisticsError('pstdev requires at least one data point')
                return _root(squares / n) if type(squares) is not float else squares

            def covariance(x, y, /):
                x, y = list(x), list(y)
                n = len(x)
                if len(y) != n: raise StatisticsError('covariance requires that both inputs have same number of data points')
                if n < 2: raise StatisticsError('covariance requires at least two data points')
                xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
                return _math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)) / (n - 1)

            def correlation(x, y, /):
                x, y = list(x), list(y)
                n = len(x)
                if len(y) != n: raise StatisticsError('correlation requires that both inputs have same number of data points')
                if n < 2: raise StatisticsError('correlation requires at least two data points')
                xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
                sxy = _math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
                sxx = _math.fsum((d := xi - xbar) * d for xi in x)
                syy = _math.fsum((d := yi - ybar) * d for yi in y)
                try: return sxy / _math.sqrt(sxx * syy)
                except ZeroDivisionError: raise StatisticsError('at least one of the inputs is constant') from None

            from collections import namedtuple as _namedtuple
            LinearRegression = _namedtuple('LinearRegression', ('slope', 'intercept'), module='statistics')

            def linear_regression(x, y, /, *, proportional=False):
                "Slope and intercept of the line nearest to the points."
                x, y = list(x), list(y)
                n = len(x)
                if len(y) != n: raise StatisticsError('linear regression requires that both inputs have same number of data points')
                if n < 2: raise StatisticsError('linear regression requires at least two data points')
                if proportional:
                    sxy, sxx = _math.fsum(xi * yi for xi, yi in zip(x, y)), _math.fsum(xi * xi for xi in x)
                else:
                    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
                    sxy = _math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
                    sxx = _math.fsum((d := xi - xbar) * d for xi in x)
                try: slope = sxy / sxx
                except ZeroDivisionError: raise StatisticsError('x is constant') from None
                return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)

            class NormalDist:
                "A normal distribution."
                def __init__(self, mu=0.0, sigma=1.0):
                    if sigma < 0.0: raise StatisticsError('sigma must be non-negative')
                    self._mu, self._sigma = float(mu), float(sigma)
                @classmethod
                def from_samples(cls, data):
                    data = list(data)
                    return cls(fmean(data), stdev(data))
                mean = property(lambda self: self._mu)
                median = property(lambda self: self._mu)
                mode = property(lambda self: self._mu)
                stdev = property(lambda self: self._sigma)
                variance = property(lambda self: self._sigma * self._sigma)
                def pdf(self, x):
                    variance = self._sigma * self._sigma
                    if not variance: raise StatisticsError('pdf() not defined when sigma is zero')
                    diff = x - self._mu
                    return _math.exp(diff * diff / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)
                def cdf(self, x):
                    if not self._sigma: raise StatisticsError('cdf() not defined when sigma is zero')
                    return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))
                def zscore(self, x): return (x - self._mu) / self._sigma
                def samples(self, n, *, seed=None):
                    import random
                    gauss = random.gauss if seed is None else random.Random(seed).gauss
                    return [gauss(self._mu, self._sigma) for _ in range(n)]
                def __add__(self, other):
                    if isinstance(other, NormalDist): return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
                    return NormalDist(self._mu + other, self._sigma)
                def __mul__(self, x): return NormalDist(self._mu * x, self._sigma * abs(x))
                __radd__, __rmul__ = __add__, __mul__
                def __eq__(self, other): return (self._mu, self._sigma) == (other._mu, other._sigma) if isinstance(other, NormalDist) else NotImplemented
                def __hash__(self): return hash((self._mu, self._sigma))
                def __repr__(self): return f'NormalDist(mu={self._mu!r}, sigma={self._sigma!r})'
            """#)
}
