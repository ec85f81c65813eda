class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f'need {needed}, have {available}')
        self.needed, self.available = needed, available

class Account:
    interest = 0.02
    _count = 0

    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.history = owner, balance, []
        Account._count += 1
        self.number = Account._count

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('deposit must be positive')
        self.balance += amount
        self.history.append(('deposit', amount))
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.history.append(('withdraw', amount))
        return self

    def __repr__(self):
        return f'<Account #{self.number} {self.owner}: {self.balance:,.2f}>'

class Savings(Account):
    def add_interest(self):
        return self.deposit(round(self.balance * self.interest, 2))

a = Savings('Ada', 1000)
print(a.deposit(500).withdraw(200).add_interest(), a.history)
for action in (lambda: a.withdraw(10 ** 6), lambda: a.deposit(-1)):
    try:
        action()
    except (InsufficientFunds, ValueError) as error:
        print(type(error).__name__, error)
print(Account('Bob'), Account._count)
