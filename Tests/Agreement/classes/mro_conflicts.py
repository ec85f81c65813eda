class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as error:
    print(error)
try:
    class D(A, A): pass
except TypeError as error:
    print(error)
try:
    class E(int, str): pass
except TypeError as error:
    print(error)
try:
    class F(5): pass
except TypeError as error:
    print(type(error).__name__)
try:
    class G(bool): pass
except TypeError as error:
    print(error)
print(B.mro())
