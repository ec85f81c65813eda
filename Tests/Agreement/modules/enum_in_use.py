from enum import Enum, IntEnum, auto
class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = auto()
    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]
s = State.IDLE
for _ in range(4):
    print(s.name, s.value, s is State.IDLE, end=' ')
    s = s.next()
print({st: st.name.lower() for st in State}, State.DONE in {State.DONE}, sorted(State, key=lambda s: -s.value)[0], [f'{st.value:02d}' for st in State], State(2), str(State.DONE), isinstance(s, State), type(s).__name__)
class Priority(IntEnum):
    LOW = 1
    HIGH = 10
print(Priority.HIGH > Priority.LOW, Priority.HIGH > 5, sum(Priority), Priority(1), max(Priority).name, Priority.LOW + 1, [Priority.HIGH, 3, Priority.LOW][0] == 10)
match State.RUNNING:
    case State.IDLE: print('idle')
    case State.RUNNING: print('running')
