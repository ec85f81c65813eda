print('before')
values = ['1', '2', 'three']
for v in values: print(int(v) * 2)
print('never printed')
