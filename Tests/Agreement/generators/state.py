def machine():
    state = 'idle'
    log = []
    while True:
        command = yield state, len(log)
        log.append(command)
        if command == 'start' and state == 'idle': state = 'running'
        elif command == 'stop' and state == 'running': state = 'idle'
        elif command == 'fail': state = 'broken'
        elif command == 'quit': return log
m = machine()
print(next(m))
for command in ('start', 'start', 'stop', 'fail', 'stop'): print(command, m.send(command))
try: m.send('quit')
except StopIteration as stop: print(stop.value)
def round_robin(tasks):
    queue = list(tasks)
    while queue:
        task = queue.pop(0)
        try: print(next(task))
        except StopIteration: print('one finished')
        else: queue.append(task)
def task(name, steps):
    for step in range(steps): yield f'{name}{step}'
round_robin([task('a', 2), task('b', 1), task('c', 3)])
