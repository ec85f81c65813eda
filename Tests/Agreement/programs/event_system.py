class Signal:
    def __init__(self): self.handlers = []
    def connect(self, f):
        self.handlers.append(f)
        return f
    def __call__(self, *args, **kwargs): return [h(*args, **kwargs) for h in list(self.handlers)]
    def disconnect(self, f): self.handlers.remove(f)
class Button:
    def __init__(self, label):
        self.label, self.clicked = label, Signal()
    def click(self, times=1): return self.clicked(self, times=times)
b = Button('OK')
@b.clicked.connect
def log(button, times): return f'{button.label} x{times}'
count = []
b.clicked.connect(lambda button, times: count.append(times))
print(b.click(), b.click(times=3), sum(count))
b.clicked.disconnect(log)
print(b.click(), len(b.clicked.handlers))
try:
    b.clicked.disconnect(log)
except ValueError as error:
    print(error)
