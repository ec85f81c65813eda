log = []
def t(x): log.append(x); return x
print(t(0) or t('') or t([]) or t('found') or t('never'), log)
log.clear()
print(t(1) and t(0) and t(2), log)
log.clear()
print(t(3) > t(1) > t(2), log)
log.clear()
print([t(i) for i in (1, 2)] and t(5) if t(False) else t('else'), log)
