class Editor:
    def __init__(self): self.text, self._undo, self._redo = '', [], []
    def _do(self, new):
        self._undo.append(self.text)
        self._redo.clear()
        self.text = new
        return self
    def type(self, s): return self._do(self.text + s)
    def delete(self, n=1): return self._do(self.text[:-n] if n else self.text)
    def replace(self, a, b): return self._do(self.text.replace(a, b))
    def undo(self):
        if not self._undo: raise IndexError('nothing to undo')
        self._redo.append(self.text)
        self.text = self._undo.pop()
        return self
    def redo(self):
        if not self._redo: raise IndexError('nothing to redo')
        self._undo.append(self.text)
        self.text = self._redo.pop()
        return self
    def __repr__(self): return f'{self.text!r} (undo {len(self._undo)}, redo {len(self._redo)})'
e = Editor().type('helo').delete(1).type('lo world')
print(e, e.undo(), e.undo(), e.redo(), e.replace('l', 'L'))
for action in (e.redo, Editor().undo):
    try:
        action()
    except IndexError as error:
        print(error)
