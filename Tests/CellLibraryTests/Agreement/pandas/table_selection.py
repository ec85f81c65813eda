import pandas as pd
import numpy as np
df = pd.DataFrame({'name': ['Ada', 'Bob', 'Cid', 'Dee'], 'age': [36, 25, 40, 19], 'score': [9.5, 7.25, np.nan, 8.0], 'team': ['x', 'y', 'x', 'y']})
s = pd.Series([3, 1, 2], index=['a', 'b', 'c'])
expressions = '''
df
df.head(2)
df.tail(1)
df['age']
df[['name', 'age']]
df.age
df.loc[1]
df.iloc[0]
df.iloc[1:3]
df.loc[1:2, 'age']
df.loc[df.age > 30]
df[df['age'] > 30]
df[(df.age > 20) & (df.team == 'y')]
df.iloc[0, 1]
df.loc[2, 'name']
df['nope']
df.columns
df.index
df.shape
len(df)
df.dtypes
df.values.shape
list(df)
df.name.tolist()
s['b']
s[['a', 'c']]
s.iloc[-1]
s[s > 1]
s.index
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
