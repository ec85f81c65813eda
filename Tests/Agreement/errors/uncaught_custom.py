class PipelineError(RuntimeError): pass
def stage(n):
    if n > 2: raise PipelineError(f'stage {n} failed')
    print('stage', n)
    return stage(n + 1)
try: stage(0)
finally: print('cleaning up')
print('never printed')
