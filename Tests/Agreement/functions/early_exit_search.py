def find_pair(nums, target):
    seen = {}
    for i, n in enumerate(nums):
        if target - n in seen: return seen[target - n], i
        seen[n] = i
print(find_pair([2, 7, 11, 15], 9), find_pair([1, 2], 10))
def is_prime(n): return n > 1 and all(n % i for i in range(2, int(n ** 0.5) + 1))
print([n for n in range(30) if is_prime(n)], next(n for n in range(100, 200) if is_prime(n)))
def common_prefix(words):
    for i, chars in enumerate(zip(*words)):
        if len(set(chars)) > 1: return words[0][:i]
    return min(words, key=len)
print(common_prefix(['flower', 'flow', 'flight']), common_prefix(['ab', 'abc']))
