import pandas as pd
import numpy as np
df = pd.DataFrame({'name': ['Ada', 'Bob', 'Cid', 'Dee'], 'age': [36, 25, 40, 19], 'score': [9.5, 7.25, np.nan, 8.0], 'team': ['x', 'y', 'x', 'y']})
s = pd.Series([3, 1, 2], index=['a', 'b', 'c'])
expressions = '''
df.drop(columns=['team'])
df.rename(columns={'age': 'years'}).columns.tolist()
df.age.apply(lambda a: a + 1)
df.age.map({36: 'old', 25: 'young'})
df.name.str.upper()
df.name.str.len()
df.name.str.contains('d')
df.age.astype(float)
df.set_index('name').age
df.reset_index().columns.tolist()
pd.concat([df, df]).shape
df.T.shape
pd.Series([1.5, 2.5])
pd.Series(['a', 'b'])
pd.Series({'x': 1, 'y': 2})
pd.DataFrame([[1, 2], [3, 4]], columns=['p', 'q'])
pd.DataFrame([{'a': 1}, {'a': 2}])
df.age.to_list()
df.age.to_numpy()
df.age.between(20, 37)
df.age.isin([36, 19])
df.sample(2, random_state=1).shape
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
