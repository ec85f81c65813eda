#!/usr/bin/env python3
"""Makes Sources/Grading/Words/WordOrderTable.swift: how much likelier two classes of words stand in a row than by chance.

The counts come from the prose of a Python package's docstrings: word_order.py FOLDER (PyTorch's was used). Only the numbers are kept.
"""
import ast
import collections
import glob
import math
import re
import sys

SOURCES = 'Sources/Grading/Words/'
ENDINGS = ['able', 'ible', 'ful', 'ous', 'ive', 'less', 'ical', 'ial', 'ional', 'ular']
SMOOTHING = 0.5

classes = []
for line in re.findall(r'^    case (.*)$', open(SOURCES + 'WordClass.swift').read().split('static func of')[0], re.M):
    classes += [name.strip('` ') for name in line.split(',')]
listed = {}
for name, block, line in re.findall(
        r'\(\s*\.`?(\w+)`?,\s*(?:"""(.*?)"""|"(.*?)")\s*\)', open(SOURCES + 'WordLists.swift').read(), re.S):
    listed.update({word: name for word in (block or line).split()})


def word_class(word):
    """The same as WordClass.of."""
    if word == ',':
        return 'comma'
    if word in listed:
        return listed[word]
    if word[0].isdigit():
        return 'number'
    for ending, least, name in [('ly', 4, 'adverb'), ('ing', 4, 'ing'), ('ed', 3, 'ed')]:
        if word.endswith(ending) and len(word) > least:
            return name
    if any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in ENDINGS):
        return 'adjective'
    if not word.endswith('s') or word.endswith(('ss', 'us', 'is')) or len(word) <= 3:
        return 'noun'
    verbs = [word[:-1]] + ([word[:-2]] if word.endswith('es') else []) + ([word[:-3] + 'y'] if word.endswith('ies') else [])
    return 'verbS' if any(listed.get(verb) == 'verb' for verb in verbs) else 'plural'


pairs = collections.Counter()
for path in sorted(glob.glob(sys.argv[1] + '/**/*.py', recursive=True)):
    try:
        tree = ast.parse(open(path).read())
    except (SyntaxError, UnicodeDecodeError):
        continue
    for node in ast.walk(tree):
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Module)):
            continue
        text = (ast.get_docstring(node) or '').split('Args:')[0].split('Example')[0].split('>>>')[0]
        for sentence in re.split(r'(?<=[.!?:])\s|\n\s*\n|\n\s*[-*]|[;()]', text):
            words = re.findall(r'[a-z0-9]+|,', sentence.lower())
            if len(words) < 3 or re.search(r'[=_{}\[\]<>|\\`/]', sentence):
                continue
            found = ['boundary'] + [word_class(word) for word in words] + ['boundary']
            pairs.update(pair for pair in zip(found, found[1:]) if 'comma' not in pair)

total = sum(pairs.values())
first, second = collections.Counter(), collections.Counter()
for (a, b), count in pairs.items():
    first[a] += count
    second[b] += count
rows = []
for a in classes:
    row = []
    for b in classes:
        expected = first[a] * second[b] / total
        value = math.log((pairs[a, b] + SMOOTHING) / (expected + SMOOTHING))
        row.append(f'{round(10 * max(-2.5, min(2.5, value)))}')
    rows.append('        ' + ' '.join(row))
with open(SOURCES + 'WordOrderTable.swift', 'w') as file:
    file.write(
        '/// Made by Benchmarks/Grading/word_order.py: ten times the logarithm of how much likelier a word of one class (row) is\n'
        '/// followed by one of another (column) than chance would have it, in the order of ``WordClass``.\n'
        'enum WordOrderTable {\n'
        '    static let text = """\n' + '\n'.join(rows) + '\n        """\n}\n')
print(total, 'pairs')
