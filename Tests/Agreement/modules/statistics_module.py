import statistics as st
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low(data), st.median_high(data), st.mode(data), st.multimode('aabbc'))
print(st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data), st.quantiles(data), st.quantiles(data, n=3, method='inclusive'))
print(st.mean([1, 2]), st.mean([1.5, 2.5]), st.mean([1, 2, 3]), st.geometric_mean([1, 4, 16]), st.harmonic_mean([40, 60]), st.median([1, 3, 2]), st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]))
print(st.correlation([1, 2, 3], [2, 4, 6]), st.linear_regression([1, 2, 3], [2, 4, 6.5]), st.covariance([1, 2, 3], [1, 5, 7]))
from fractions import Fraction
print(st.mean([Fraction(1, 2), Fraction(1, 3)]), st.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), st.variance([0.1, 0.2, 0.4]))
n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, round(n.cdf(115), 6), round(n.pdf(100), 6), n.zscore(130), n + 5, n * 2)
for f in (st.mean, st.median, st.mode, st.stdev):
    try:
        f([])
    except st.StatisticsError as error:
        print(error)
