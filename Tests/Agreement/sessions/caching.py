import functools, time
@functools.lru_cache
def slow(n):
    print("computing", n)
    return n * n
print(slow(3), slow(3), slow(4))
print(slow.cache_info().hits, slow.cache_info().misses)
slow.cache_clear()
print(slow(3))
