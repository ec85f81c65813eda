state = {'n': 0}
log = []
def step(by=1):
    state['n'] += by
    log.append(state['n'])
def reset():
    global log
    log = []
    state.clear()
    state.update(n=0)
step(); step(5); old = log
reset(); step()
print(old, log, state)
