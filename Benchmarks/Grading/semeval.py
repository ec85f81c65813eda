#!/usr/bin/env python3
"""Reference-only grading of SemEval-2013 task 7's training part: cross-validated macro-F1, correct against the rest.

    semeval.py FOLDER BINARY

FOLDER holds the unpacked public repository myrosia/semeval-2013-task7 (nothing of it is kept here), BINARY is
GradingBenchmark. A logistic curve over the grader's features is fitted by iteratively reweighted least squares, with whole
questions left out fold by fold; last, it is fitted to everything and printed for
ReferenceGrader.swift.
"""
import glob
import json
import subprocess
import sys
import xml.etree.ElementTree as ET

import numpy as np


def read(folder):
    """(corpus, question id, question, references, answer, is correct) for each answer of the two-way training files."""
    rows = []
    for path in sorted(glob.glob(folder + '/training/2way/*/*.xml')):
        root = ET.parse(path).getroot()
        if root.find('questionText') is None or root.find('studentAnswers') is None:
            continue
        corpus = 'beetle' if 'beetle' in path.lower() else 'scientsbank'
        references = [node.text or '' for node in root.iter('referenceAnswer')]
        for answer in root.iter('studentAnswer'):
            rows.append((corpus, root.get('id'), root.findtext('questionText') or '', references, answer.text or '',
                         answer.get('accuracy') == 'correct'))
    return rows


def fit(x, y, ridge=1.0):
    x = np.c_[x, np.ones(len(x))]
    w = np.zeros(x.shape[1])
    weight = np.where(y, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (weight * (y - p)) - ridge * np.r_[w[:-1], 0]
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge * np.diag(np.r_[np.ones(len(w) - 1), 0])
        w += np.linalg.solve(hessian, gradient)
    return w


def best(features, w):
    """The probability by the best reference of each answer."""
    return np.array([max(1 / (1 + np.exp(-(rows @ w[:-1] + w[-1])))) if len(rows) else 0.0 for rows in features])


def macro_f1(y, p):
    scores = []
    for label in (True, False):
        hit = ((p == label) & (y == label)).sum()
        scores.append(2 * hit / max(1, (p == label).sum() + (y == label).sum()))
    return sum(scores) / 2


def train(features, y):
    # The reference an answer is compared with is the one that suits it best, which depends on the weights.
    w = np.r_[np.array([1.5, 1, 2, .5, .5, -2, 1, 0]), -2.5]
    for _ in range(5):
        chosen = np.array([rows[np.argmax(rows @ w[:-1])] if len(rows) else np.zeros(8) for rows in features])
        w = fit(chosen, y)
    return w


rows = read(sys.argv[1])
lines = ''.join(json.dumps(dict(question=r[2], references=r[3], answer=r[4])) + '\n' for r in rows)
out = subprocess.run([sys.argv[2], 'lessons', 'features'], input=lines, capture_output=True, text=True, check=True).stdout
features = [np.array([[float(v) for v in part.split()] for part in line.split(';') if part]) for line in out.split('\n')[:len(rows)]]
y = np.array([r[5] for r in rows])
groups = sorted({(r[0], r[1]) for r in rows})
fold = {group: index % 10 for index, group in enumerate(groups)}
folds = np.array([fold[r[0], r[1]] for r in rows])
corpus = np.array([r[0] for r in rows])
p = np.zeros(len(rows))
for k in range(10):
    inside = [i for i in range(len(rows)) if folds[i] != k]
    w = train([features[i] for i in inside], y[inside])
    outside = [i for i in range(len(rows)) if folds[i] == k]
    p[outside] = best([features[i] for i in outside], w)
for name in ['beetle', 'scientsbank']:
    mask = corpus == name
    print(name, mask.sum(), 'answers,', y[mask].mean().round(3), 'correct, macro-F1', round(macro_f1(y[mask], p[mask] >= .5), 4))
print('both', len(rows), 'macro-F1', round(macro_f1(y, p >= .5), 4), 'accuracy', round((y == (p >= .5)).mean(), 4))
w = train(features, y)
print('weights', [round(v, 3) for v in w[:-1]], 'bias', round(w[-1], 3))
