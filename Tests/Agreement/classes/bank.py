class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f'need {needed}, have {available}')
        self.shortfall = needed - available
class Account:
    _next = 1
    fee = 0
    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance
        self.number = Account._next
        Account._next += 1
        self.history = [('open', balance)]
    def deposit(self, amount):
        if amount <= 0: raise ValueError('deposit must be positive')
        self.balance += amount
        self.history.append(('deposit', amount))
        return self
    def withdraw(self, amount):
        total = amount + self.fee
        if total > self.balance: raise InsufficientFunds(total, self.balance)
        self.balance -= total
        self.history.append(('withdraw', total))
        return self
    def __repr__(self): return f'<{type(self).__name__} {self.number} {self.owner}: {self.balance:.2f}>'
class Premium(Account):
    fee = -1
    def deposit(self, amount): return super().deposit(amount * 1.01)
class Fancy(Account):
    fee = 2
accounts = [Account('Ann', 100), Premium('Bob', 50), Fancy('Cid', 10)]
for account in accounts:
    try:
        account.deposit(100).withdraw(60).withdraw(60)
        print('fine', account)
        account.withdraw(50)
    except InsufficientFunds as error: print(account, error, round(error.shortfall, 2))
    finally: print(account.history)
try: accounts[0].deposit(0)
except ValueError as error: print(error)
print(sorted(accounts, key=lambda a: a.balance), sum(a.balance for a in accounts))
