from enum import Enum, auto, unique

class Weekday(Enum):
    MONDAY = 1
    TUESDAY = 2
    SUNDAY = 7

    @classmethod
    def first(cls):
        return cls.MONDAY

    @property
    def is_weekend(self):
        return self is Weekday.SUNDAY

    def __str__(self):
        return self.name.title()

print(Weekday.MONDAY, repr(Weekday.TUESDAY), Weekday.SUNDAY.value, Weekday(7).name)
print(Weekday['MONDAY'] is Weekday.MONDAY, Weekday.first(), Weekday.SUNDAY.is_weekend)
print([d.name for d in Weekday], len(Weekday), Weekday.MONDAY in Weekday)
print(Weekday.MONDAY == 1, Weekday.MONDAY == Weekday.MONDAY, Weekday.MONDAY != Weekday.SUNDAY)
print({Weekday.MONDAY: 'work'}[Weekday(1)])
try:
    Weekday(9)
except ValueError as error:
    print(error)
try:
    Weekday['FRIDAY']
except KeyError as error:
    print('KeyError', error)
try:
    Weekday.MONDAY = 3
except AttributeError as error:
    print(type(error).__name__)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
