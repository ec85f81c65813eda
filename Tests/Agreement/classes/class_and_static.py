class Date:
    separator = '-'

    def __init__(self, year, month, day):
        self.year, self.month, self.day = year, month, day

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split(cls.separator)))

    @staticmethod
    def is_leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    @classmethod
    def set_separator(cls, sign):
        cls.separator = sign

    def __str__(self):
        return self.separator.join(f'{n:02d}' for n in (self.year, self.month, self.day))

class USDate(Date):
    separator = '/'

    def __str__(self):
        return f'{self.month}/{self.day}/{self.year}'

print(Date.parse('2024-02-29'), USDate.parse('2024/7/4'), type(USDate.parse('1/2/3')).__name__)
print([y for y in (1900, 2000, 2023, 2024) if Date.is_leap(y)], Date(1, 2, 3).is_leap(4))
USDate.set_separator('.')
print(Date.separator, USDate.separator)
print(Date.parse.__self__ is Date, callable(Date.is_leap), Date.__dict__['is_leap'].__class__.__name__)
