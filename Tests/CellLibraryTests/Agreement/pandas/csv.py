import pandas as pd
from io import StringIO
text = 'a,b,c\n1,x,2.5\n2,"y, z",\n3,w,4\n'
df = pd.read_csv(StringIO(text))
print(df); print(df.dtypes)
print(df.to_csv(index=False))
print(pd.read_csv(StringIO('u;v\n1;2\n'), sep=';'))
print(pd.read_csv(StringIO('1,2\n3,4\n'), header=None)); print(pd.read_csv(StringIO('1,2\n3,4\n'), names=['p', 'q']))
print(pd.read_csv(StringIO(text), usecols=['a', 'c'])); print(pd.read_csv(StringIO(text), index_col='a'))
big = pd.DataFrame({'i': range(100), 'sq': [i * i for i in range(100)]})
print(big)
print(big.tail(3)); print(big['sq'])
