/// `heapq` and `bisect`, written in the cell language.
extension StandardModules {
    static let heapq = NativeModule(
        "heapq", doc: "Lists whose smallest item comes first.",
        source: #"""
            def _down(heap, start, pos):
                item = heap[pos]
                while pos > start:
                    parent = pos - 1 >> 1
                    if not item < heap[parent]: break
                    heap[pos] = heap[parent]
                    pos = parent
                heap[pos] = item

            def _up(heap, pos):
                end, start, item = len(heap), pos, heap[pos]
                child = 2 * pos + 1
                while child < end:
                    right = child + 1
                    if right < end and not heap[child] < heap[right]: child = right
                    heap[pos] = heap[child]
                    pos = child
                    child = 2 * pos + 1
                heap[pos] = item
                _down(heap, start, pos)

            def _list(heap):
                if not isinstance(heap, list): raise TypeError(f'heap argument must be a list, not {type(heap).__name__}')

            def heappush(heap, item, /):
                "Adds an item."
                _list(heap)
                heap.append(item)
                _down(heap, 0, len(heap) - 1)

            def heappop(heap, /):
                "Takes the smallest item out."
                _list(heap)
                if not heap: raise IndexError('index out of range')
                last = heap.pop()
                if heap:
                    first = heap[0]
                    heap[0] = last
                    _up(heap, 0)
                    return first
                return last

            def heapreplace(heap, item, /):
                if not heap: raise IndexError('index out of range')
                first = heap[0]
                heap[0] = item
                _up(heap, 0)
                return first

            def heappushpop(heap, item, /):
                if heap and heap[0] < item:
                    item, heap[0] = heap[0], item
                    _up(heap, 0)
                return item

            def heapify(x, /):
                "Puts a list into the order of a heap."
                _list(x)
                for i in reversed(range(len(x) // 2)): _up(x, i)

            def nlargest(n, iterable, key=None):
                "The largest items, the largest first."
                return sorted(iterable, key=key, reverse=True)[:max(n, 0)]

            def nsmallest(n, iterable, key=None):
                "The smallest items, the smallest first."
                return sorted(iterable, key=key)[:max(n, 0)]

            def merge(*iterables, key=None, reverse=False):
                "The items of sorted iterables, sorted."
                heads = []
                for order, iterable in enumerate(iterables):
                    iterator = iter(iterable)
                    for value in iterator:
                        heads.append((value if key is None else key(value), order, value, iterator))
                        break
                while heads:
                    best = heads[0]
                    for head in heads[1:]:
                        if (best[0] < head[0]) if reverse else (head[0] < best[0]): best = head
                    yield best[2]
                    place = heads.index(best)
                    for value in best[3]:
                        heads[place] = (value if key is None else key(value), best[1], value, best[3])
                        break
                    else: del heads[place]
            """#)

    static let bisect = NativeModule(
        "bisect", doc: "Places in sorted lists.",
        source: #"""
            def bisect_right(a, x, lo=0, hi=None, *, key=None):
                "Where x goes, after what is equal."
                if lo < 0: raise ValueError('lo must be non-negative')
                if hi is None: hi = len(a)
                while lo < hi:
                    mid = (lo + hi) // 2
                    if x < (a[mid] if key is None else key(a[mid])): hi = mid
                    else: lo = mid + 1
                return lo

            def bisect_left(a, x, lo=0, hi=None, *, key=None):
                "Where x goes, before what is equal."
                if lo < 0: raise ValueError('lo must be non-negative')
                if hi is None: hi = len(a)
                while lo < hi:
                    mid = (lo + hi) // 2
                    if (a[mid] if key is None else key(a[mid])) < x: lo = mid + 1
                    else: hi = mid
                return lo

            def insort_right(a, x, lo=0, hi=None, *, key=None):
                "Puts x in, after what is equal."
                a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)

            def insort_left(a, x, lo=0, hi=None, *, key=None):
                "Puts x in, before what is equal."
                a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)

            bisect, insort = bisect_right, insort_right
            """#)
}
