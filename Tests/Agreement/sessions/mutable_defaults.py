def log(message, store=[]):
    store.append(message)
    return store
print(log("a"), log("b"), log("c", []))
def fixed(message, store=None):
    store = store or []
    store.append(message)
    return store
print(fixed("a"), fixed("b"), log.__defaults__)
