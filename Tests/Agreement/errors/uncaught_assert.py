def withdraw(balance, amount):
    assert amount <= balance, f'cannot take {amount} of {balance}'
    return balance - amount
print(withdraw(10, 4))
withdraw(6, 10)
