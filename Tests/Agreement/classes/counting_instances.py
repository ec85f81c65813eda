class Tracker:
    instances = []
    def __init__(self, name):
        self.name = name
        type(self).instances.append(name)
    @classmethod
    def count(cls): return len(cls.instances)
class Sub(Tracker):
    instances = []
Tracker('a'); Tracker('b'); Sub('c')
print(Tracker.count(), Sub.count(), Tracker.instances, Sub.instances)
t = Tracker('d')
t.instances = 'own'
print(t.instances, Tracker.instances[-1], vars(t))
