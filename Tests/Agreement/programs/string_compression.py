from itertools import groupby
def rle(s): return ''.join(f'{len(list(g))}{k}' for k, g in groupby(s))
def unrle(s):
    out, n = '', ''
    for c in s:
        if c.isdigit(): n += c
        else:
            out += c * int(n)
            n = ''
    return out
for s in ['aaabbc', 'abc', '', 'zzzzzzzzzzzz']: print(s, rle(s), unrle(rle(s)) == s)
import heapq
def huffman(text):
    heap = [(text.count(c), c, None) for c in sorted(set(text))]
    heapq.heapify(heap)
    order = 0
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        order += 1
        heapq.heappush(heap, (a[0] + b[0], f'~{order:03}', (a, b)))
    codes = {}
    def walk(node, prefix):
        if node[2] is None: codes[node[1]] = prefix or '0'
        else:
            walk(node[2][0], prefix + '0')
            walk(node[2][1], prefix + '1')
    walk(heap[0], '')
    return codes
codes = huffman('abracadabra')
encoded = ''.join(codes[c] for c in 'abracadabra')
print(codes, encoded, len(encoded))
print(''.join(sorted('banana')), ' '.join(w[::-1] for w in 'hello world'.split()), [w for w in 'noon level bird'.split() if w == w[::-1]], {w: ''.join(sorted(w)) for w in ('listen', 'silent')})
