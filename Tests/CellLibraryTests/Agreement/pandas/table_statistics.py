import pandas as pd
import numpy as np
df = pd.DataFrame({'name': ['Ada', 'Bob', 'Cid', 'Dee'], 'age': [36, 25, 40, 19], 'score': [9.5, 7.25, np.nan, 8.0], 'team': ['x', 'y', 'x', 'y']})
s = pd.Series([3, 1, 2], index=['a', 'b', 'c'])
expressions = '''
df.describe()
df.age.mean()
df.age.sum()
df.age.max()
df.age.median()
df.age.std()
df.score.mean()
df.score.isna()
df.score.fillna(0)
df.isna().sum()
df.dropna()
df.team.value_counts()
df.team.nunique()
df.sort_values('age')
df.sort_values('age', ascending=False).head(2)
df.age.idxmax()
s.sort_values()
s.describe()
s + 1
s * s
s > 1
s.cumsum()
df.age.min()
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
