import numpy as np
a = np.arange(6)
m = np.arange(12).reshape(3, 4)
f = np.array([1.5, -2.0, 3.25, 0.0])
b = np.array([True, False, True])
expressions = '''
np.sqrt(a)
np.exp(f)
np.log(np.array([1.0, np.e]))
np.sin(np.array([0.0, np.pi / 2]))
np.cos(f)
np.tanh(f)
np.abs(f)
np.sign(f)
np.round(f)
np.round(np.array([1.234, 5.678]), 1)
np.floor(f)
np.ceil(f)
np.square(a)
np.power(a, 3)
np.log2(np.array([8.0]))
np.log10(np.array([1000.0]))
np.exp(1)
np.sqrt(2)
np.add(a, 1)
np.multiply(a, a)
np.subtract(1, a)
np.divide(a, 2)
np.linalg.det(np.array([[1.0, 2], [3, 4]])).round(6)
np.linalg.inv(np.array([[2.0, 0], [0, 4]]))
np.trapz([1, 2, 3]) if hasattr(np, 'trapz') else 4.0
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
