from typing import Optional, List, Dict, Union, Callable, Any, TypeVar, get_type_hints, NamedTuple, cast, Literal
def f(a: int, b: Optional[str] = None, *c: float, d: List[int] = []) -> Dict[str, Any]: ...
print(get_type_hints(f))
print(Optional[int], Union[int, str], List[Dict[str, int]], Callable[[int], str], Callable[..., Any], Literal['a', 1], Union[int, None], list[int], dict[str, list[int]], tuple[int, ...], int | str | None, type(list[int]).__name__)
print(isinstance(5, int | str), isinstance('a', (int | None)), cast(int, 'x'), Union[int, int], Optional[Union[int, str]], TypeVar('T'))
class P(NamedTuple):
    x: int
    y: str = 'd'
print(P(1), P.__annotations__, P(2, 'z')._asdict())
