class Account:
    def __init__(self, balance):
        self.__balance = balance
        self._kind = 'plain'

    def __audit(self):
        return f'audit {self.__balance}'

    def report(self):
        return self.__audit()

class Savings(Account):
    def __init__(self, balance):
        super().__init__(balance)
        self.__balance = 'mine'

    def both(self):
        return self.__balance, self._Account__balance

a = Account(10)
print(a.report(), a._Account__balance, a.__dict__)
try:
    a.__balance
except AttributeError as error:
    print(error)
s = Savings(5)
print(s.both(), s.report(), sorted(s.__dict__))
