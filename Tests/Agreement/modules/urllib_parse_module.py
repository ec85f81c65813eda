from urllib.parse import *
u = urlparse('https://user:pw@example.org:8080/path/to;p?q=1&r=a%20b#frag')
print(u, u.scheme, u.hostname, u.port, u.username, u.geturl())
print(urlsplit('//host/x?y'), parse_qs('a=1&b=2&a=3&c='), parse_qsl('a=1&b=x+y', keep_blank_values=True), urlencode({'q': 'a b&c', 'n': 5}), urlencode([('x', [1, 2])], doseq=True))
print(quote('a b/ü?'), quote('a/b', safe=''), quote_plus('a b&c'), unquote('a%20b%C3%BC'), unquote_plus('a+b'), quote('~-_.'), unquote('%zz%4'))
base = 'http://example.org/a/b/c.html'
for link in ['d.html', '../d.html', '/root', '?q=1', '#top', '//other.org/x', 'http://z.org', '../../../up', './x', '']: print(link, urljoin(base, link))
print(urlunparse(('http', 'h', '/p', '', 'q=1', 'f')), urldefrag('http://a/b#c'), urlparse('mailto:a@b.c'), urlparse('no scheme here').path)
