import pandas as pd
s = pd.Series([3, 1, 2], name='n')
print(s); print(s + 1); print(s[s > 1]); print(s.sort_values()); print(s.mean(), s.sum(), s.max(), s.min(), s.std(), s.idxmax(), len(s), s.shape)
t = pd.Series({'x': 1.5, 'y': 2.0})
print(t); print(t['x'], t.index.tolist(), t.values, t.to_dict(), t * 2)
print(pd.Series(['a', 'b', 'a']).value_counts()); print(pd.Series(['a', 'b', 'a']).value_counts(normalize=True))
