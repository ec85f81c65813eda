from typing import Generic, TypeVar, Protocol, runtime_checkable, Callable, Optional, Union, Any

T = TypeVar('T')

class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

s = Stack[int]()
s.push(1)
s.push(2)
print(s.pop(), s.items, type(s).__name__)

@runtime_checkable
class Flyer(Protocol):
    def fly(self) -> str: ...

class Bird:
    def fly(self): return 'flap'

class Fish:
    pass

print(isinstance(Bird(), Flyer), isinstance(Fish(), Flyer))
print(Optional[int], Union[int, str, None], Callable[[int, str], bool], list[dict[str, int]], int | None, Any)

def apply(f: Callable[[T], T], x: T, times: int = 1) -> T:
    for _ in range(times):
        x = f(x)
    return x

print(apply(lambda n: n * 2, 1, 5), apply.__annotations__['times'], apply.__annotations__['return'])
