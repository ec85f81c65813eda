from dataclasses import dataclass, field, asdict, replace
from datetime import date, timedelta
@dataclass(frozen=True, order=True)
class Book:
    title: str
    author: str = field(compare=False)
    year: int = field(default=0, compare=False)
@dataclass
class Loan:
    book: Book
    who: str
    start: date
    days: int = 14
    @property
    def due(self): return self.start + timedelta(days=self.days)
    def late(self, today): return max(0, (today - self.due).days)
@dataclass
class Library:
    books: list[Book] = field(default_factory=list)
    loans: dict[Book, Loan] = field(default_factory=dict)
    def lend(self, title, who, day):
        book = next((b for b in self.books if b.title == title), None)
        if book is None: raise LookupError(f'no book {title!r}')
        if book in self.loans: raise RuntimeError(f'{title} is out until {self.loans[book].due}')
        self.loans[book] = Loan(book, who, day)
        return self.loans[book]
lib = Library([Book('Emma', 'Austen', 1815), Book('Dune', 'Herbert', 1965)])
loan = lib.lend('Dune', 'Ada', date(2024, 1, 1))
print(loan.due, loan.late(date(2024, 2, 1)), sorted(lib.books)[0].title, replace(lib.books[0], year=1816))
for title in ('Dune', 'Ulysses'):
    try:
        lib.lend(title, 'Bob', date(2024, 1, 5))
    except (LookupError, RuntimeError) as error:
        print(type(error).__name__, error)
print(asdict(loan)['book'], hash(lib.books[0]) == hash(Book('Emma', 'x')))
