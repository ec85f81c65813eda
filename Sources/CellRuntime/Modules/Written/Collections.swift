/// What `collections` has beside its natives, written in the cell language.
extension StandardModules {
    static let writtenCollections = #"""
        class ChainMap:
            "Several dictionaries as one; changes go to the first."
            def __init__(self, *maps): self.maps = list(maps) or [{}]
            def __missing__(self, key): raise KeyError(key)
            def __getitem__(self, key):
                for mapping in self.maps:
                    try: return mapping[key]
                    except KeyError: pass
                return self.__missing__(key)
            def get(self, key, default=None): return self[key] if key in self else default
            def _all(self):
                found = {}
                for mapping in reversed(self.maps): found.update(dict.fromkeys(mapping))
                return found
            def __len__(self): return len(self._all())
            def __iter__(self): return iter(self._all())
            def __contains__(self, key): return any(key in mapping for mapping in self.maps)
            def __bool__(self): return any(self.maps)
            def __repr__(self): return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"
            def keys(self): return self._all().keys()
            def values(self): return [self[key] for key in self]
            def items(self): return [(key, self[key]) for key in self]
            def copy(self): return self.__class__(self.maps[0].copy(), *self.maps[1:])
            __copy__ = copy
            def new_child(self, m=None, **kwargs): return self.__class__({**(m or {}), **kwargs} if m is None or kwargs else m, *self.maps)
            @property
            def parents(self): return self.__class__(*self.maps[1:])
            def __setitem__(self, key, value): self.maps[0][key] = value
            def __delitem__(self, key):
                try: del self.maps[0][key]
                except KeyError: raise KeyError(f'Key not found in the first mapping: {key!r}') from None
            def pop(self, key, *args):
                try: return self.maps[0].pop(key, *args)
                except KeyError: raise KeyError(f'Key not found in the first mapping: {key!r}') from None
            def clear(self): self.maps[0].clear()
            def setdefault(self, key, default=None):
                if key not in self: self[key] = default
                return self[key]
            def update(self, *args, **kwargs): self.maps[0].update(*args, **kwargs)
            def __eq__(self, other): return dict(self.items()) == dict(other.items()) if hasattr(other, 'items') else NotImplemented
            def __or__(self, other): return self.__class__(self.maps[0] | dict(other), *self.maps[1:])

        class UserDict:
            "A dictionary to derive from."
            def __init__(self, dict=None, /, **kwargs):
                self.data = {}
                if dict is not None: self.update(dict)
                if kwargs: self.update(kwargs)
            def __len__(self): return len(self.data)
            def __getitem__(self, key):
                if key in self.data: return self.data[key]
                if hasattr(self.__class__, '__missing__'): return self.__class__.__missing__(self, key)
                raise KeyError(key)
            def __setitem__(self, key, item): self.data[key] = item
            def __delitem__(self, key): del self.data[key]
            def __iter__(self): return iter(self.data)
            def __contains__(self, key): return key in self.data
            def __repr__(self): return repr(self.data)
            def __eq__(self, other): return dict(self.items()) == dict(other.items()) if hasattr(other, 'items') else NotImplemented
            def __or__(self, other): return self.__class__(self.data | getattr(other, 'data', other))
            def keys(self): return self.data.keys()
            def values(self): return [self[key] for key in self]
            def items(self): return [(key, self[key]) for key in self]
            def get(self, key, default=None): return self[key] if key in self else default
            def pop(self, key, *default):
                if key not in self and default: return default[0]
                value = self[key]
                del self[key]
                return value
            def popitem(self):
                for key in self: return key, self.pop(key)
                raise KeyError
            def setdefault(self, key, default=None):
                if key not in self: self[key] = default
                return self[key]
            def update(self, other=(), /, **kwargs):
                for key, value in (other.items() if hasattr(other, 'items') else other): self[key] = value
                for key, value in kwargs.items(): self[key] = value
            def clear(self):
                for key in list(self): del self[key]
            def copy(self):
                made = self.__class__.__new__(self.__class__)
                made.__dict__.update(self.__dict__)
                made.data = self.data.copy()
                return made
            @classmethod
            def fromkeys(cls, iterable, value=None):
                made = cls()
                for key in iterable: made[key] = value
                return made

        class UserList:
            "A list to derive from."
            def __init__(self, initlist=None): self.data = [] if initlist is None else list(getattr(initlist, 'data', initlist))
            def __repr__(self): return repr(self.data)
            def __len__(self): return len(self.data)
            def __getitem__(self, i): return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]
            def __setitem__(self, i, item): self.data[i] = item
            def __delitem__(self, i): del self.data[i]
            def __iter__(self): return iter(self.data)
            def __contains__(self, item): return item in self.data
            def _of(self, other): return other.data if isinstance(other, UserList) else other
            def __eq__(self, other): return self.data == self._of(other)
            def __lt__(self, other): return self.data < self._of(other)
            def __le__(self, other): return self.data <= self._of(other)
            def __gt__(self, other): return self.data > self._of(other)
            def __ge__(self, other): return self.data >= self._of(other)
            def __add__(self, other): return self.__class__(self.data + list(self._of(other)))
            def __radd__(self, other): return self.__class__(list(self._of(other)) + self.data)
            def __iadd__(self, other):
                self.data += self._of(other)
                return self
            def __mul__(self, n): return self.__class__(self.data * n)
            __rmul__ = __mul__
            def append(self, item): self.data.append(item)
            def insert(self, i, item): self.data.insert(i, item)
            def pop(self, i=-1): return self.data.pop(i)
            def remove(self, item): self.data.remove(item)
            def clear(self): self.data.clear()
            def copy(self): return self.__class__(self)
            def count(self, item): return self.data.count(item)
            def index(self, item, *args): return self.data.index(item, *args)
            def reverse(self): self.data.reverse()
            def sort(self, /, *args, **kwds): self.data.sort(*args, **kwds)
            def extend(self, other): self.data.extend(self._of(other))

        class UserString:
            "A string to derive from."
            def __init__(self, seq): self.data = str(seq)
            def __str__(self): return self.data
            def __repr__(self): return repr(self.data)
            def __hash__(self): return hash(self.data)
            def __eq__(self, other): return self.data == (other.data if isinstance(other, UserString) else other)
            def __lt__(self, other): return self.data < str(other)
            def __len__(self): return len(self.data)
            def __contains__(self, part): return str(part) in self.data
            def __getitem__(self, index): return self.__class__(self.data[index])
            def __iter__(self): return iter(self.data)
            def __add__(self, other): return self.__class__(self.data + str(other))
            def __radd__(self, other): return self.__class__(str(other) + self.data)
            def __mul__(self, n): return self.__class__(self.data * n)
            def __getattr__(self, name):
                method = getattr(self.data, name)
                def call(*args, **kwargs):
                    result = method(*args, **kwargs)
                    return self.__class__(result) if isinstance(result, str) else result
                return call
        """#
}
