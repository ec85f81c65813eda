from dataclasses import dataclass, field
from functools import total_ordering
@dataclass
class Task:
    title: str
    minutes: int = 30
    done: bool = False
    tags: set = field(default_factory=set)
    def __post_init__(self):
        if self.minutes <= 0: raise ValueError('minutes must be positive')
    @property
    def hours(self): return self.minutes / 60
    @classmethod
    def parse(cls, text):
        title, _, minutes = text.partition(':')
        return cls(title.strip(), int(minutes or 30))
tasks = [Task.parse(t) for t in ('write: 90', 'read', 'walk:20')]
tasks[0].tags.add('work')
tasks[2].done = True
print(tasks, sum(t.hours for t in tasks if not t.done), sorted(tasks, key=lambda t: t.minutes)[0].title, Task('a') == Task('a'), Task('a') in [Task('a')])
try:
    Task('x', -1)
except ValueError as error:
    print(error)
match tasks[0]:
    case Task(title, minutes=m) if m > 60: print('long', title)
