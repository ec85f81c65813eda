from dataclasses import dataclass, field, asdict
from typing import Optional

@dataclass
class Address:
    street: str
    city: str = 'Springfield'

@dataclass
class Person:
    name: str
    address: Address
    friends: list['Person'] = field(default_factory=list)
    email: Optional[str] = None

ada = Person('Ada', Address('Main St 1'))
bob = Person('Bob', Address('Side St 2', 'Shelbyville'), [ada], 'bob@example.org')
print(bob)
print(asdict(bob))
print(bob.friends[0].address.city)

@dataclass(kw_only=True)
class Options:
    depth: int = 3
    verbose: bool = False

print(Options(verbose=True))
try:
    Options(5)
except TypeError as error:
    print(error)
