import textwrap
text = 'The quick brown fox jumps over the lazy dog, while a well-known hippopotamus watches from the riverside.'
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, 20))
print(textwrap.fill(text, 40, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(text, 40), textwrap.shorten('Hello  world!', 12), textwrap.shorten('Hello world', 10, placeholder='...'))
print(textwrap.dedent('''
    def f():
        return 1
    '''), end='')
print(textwrap.indent('a\n\nb\n', '> '), end='')
print(textwrap.indent('a\n\nb', '# ', lambda line: True))
print(textwrap.wrap('supercalifragilistic', 6), textwrap.wrap('a bb ccc', 1), textwrap.wrap(''), textwrap.fill('a  b   c', 3), textwrap.wrap('x ' * 5, 4))
print(textwrap.wrap('one two three four five six', 12, max_lines=2), textwrap.dedent('  a\n   b\n  c'), repr(textwrap.dedent('\ta\n\t\tb')))
