from collections.abc import Mapping, Sequence, Iterable, Callable, MutableMapping, Sized
from collections import OrderedDict, defaultdict, Counter, deque
for v in [{}, OrderedDict(), defaultdict(int), Counter(), [], (), '', deque(), set(), len]:
    print(type(v).__name__, isinstance(v, Mapping), isinstance(v, MutableMapping), isinstance(v, Sequence), isinstance(v, Iterable), isinstance(v, Sized), isinstance(v, Callable))
