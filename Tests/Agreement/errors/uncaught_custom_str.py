class Problem(Exception):
    def __init__(self, where, what):
        self.where, self.what = where, what
    def __str__(self): return f'{self.what} at {self.where}'
raise Problem('line 3', 'missing colon')
