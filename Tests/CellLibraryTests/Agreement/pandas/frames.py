import pandas as pd
df = pd.DataFrame({'name': ['ann', 'bob', 'cy', 'dee'], 'age': [30, 25, 41, 25], 'height': [1.62, 1.8, 1.75, None]})
print(df)
print(df.head(2)); print(df.tail(1)); print(df.shape, len(df), list(df.columns), df.columns)
print(df.dtypes)
print(df.describe())
print(df['age'], df['age'].mean(), df.age.max(), df['age'].sum(), df['height'].isna().sum(), df['age'].unique(), df['age'].nunique())
print(df[['name', 'age']])
print(df[df['age'] > 26]); print(df[(df.age == 25) & (df.height > 1)])
print(df.iloc[0]); print(df.iloc[1:3]); print(df.loc[2, 'name']); print(df.loc[df.age < 30, 'name'])
print(df['age'].value_counts())
print(df.sort_values('age')); print(df.sort_values('age', ascending=False).head(2))
df['old'] = df['age'] > 28
df['double'] = df.age * 2
print(df)
print(df.groupby('age')['height'].mean())
print(df.isna().sum()); print(df.dropna()); print(df.fillna(0)['height'])
print(df.drop(columns=['old']).columns.tolist(), df['name'].tolist(), df['name'].str.upper().tolist(), df['age'].values)
print(df.mean(numeric_only=True)); print(df['age'].describe())
for i, row in df.head(2).iterrows(): print(i, row['name'], row.age)
print(df['age'].apply(lambda x: x + 1).tolist(), df['name'].map({'ann': 1}).tolist(), df.rename(columns={'age': 'years'}).columns.tolist())
try:
    df['nope']
except KeyError as error:
    print('KeyError', error)
