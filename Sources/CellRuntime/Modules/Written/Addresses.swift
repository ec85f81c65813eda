/// `urllib.parse`, `urllib.request`, `urllib.error`, `base64`, `uuid` and `secrets`, written in the cell language.
extension StandardModules {
    static let urlParse = NativeModule(
        "urllib.parse", doc: "Addresses taken apart and put together.",
        source: #"""
            from collections import namedtuple as _namedtuple
            import re as _re

            _always = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')

            def quote_from_bytes(bs, safe='/'):
                allowed = _always | frozenset(safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe)
                return ''.join(chr(b) if b in allowed else f'%{b:02X}' for b in bs)
            def quote(string, safe='/', encoding=None, errors=None):
                "With percent signs for what an address cannot hold."
                if isinstance(string, str): string = string.encode(encoding or 'utf-8', errors or 'strict')
                elif not isinstance(string, bytes): raise TypeError('quote_from_bytes() expected bytes')
                return quote_from_bytes(string, safe)
            def quote_plus(string, safe='', encoding=None, errors=None):
                if isinstance(string, str) and ' ' not in string: return quote(string, safe, encoding, errors)
                return quote(string, safe + ' ', encoding, errors).replace(' ', '+')
            def unquote_to_bytes(string):
                if isinstance(string, str): string = string.encode('utf-8')
                parts = string.split(b'%')
                result = [parts[0]]
                for part in parts[1:]:
                    try: result.append(bytes([int(part[:2].decode('ascii'), 16)]) + part[2:] if len(part) >= 2 else b'%' + part)
                    except ValueError: result.append(b'%' + part)
                return b''.join(result)
            def unquote(string, encoding='utf-8', errors='replace'):
                "Percent signs read."
                if isinstance(string, bytes): return unquote_to_bytes(string).decode(encoding, errors)
                if '%' not in string: return string
                return _re.sub('((?:%[0-9A-Fa-f]{2})+)', lambda m: unquote_to_bytes(m.group(1)).decode(encoding, errors), string)
            def unquote_plus(string, encoding='utf-8', errors='replace'): return unquote(string.replace('+', ' '), encoding, errors)

            class _Location:
                @property
                def _host(self): return self.netloc.rpartition('@')[2]
                @property
                def hostname(self):
                    host = self._host
                    host = host[1:].partition(']')[0] if host.startswith('[') else host.partition(':')[0]
                    return host.lower() or None
                @property
                def port(self):
                    text = self._host.rpartition(']')[2].partition(':')[2]
                    if not text: return None
                    if not text.isdigit(): raise ValueError(f'Port could not be cast to integer value as {text!r}')
                    if int(text) > 65535: raise ValueError('Port out of range 0-65535')
                    return int(text)
                @property
                def username(self): return self.netloc.rpartition('@')[0].partition(':')[0] or None
                @property
                def password(self): return self.netloc.rpartition('@')[0].partition(':')[2] or None

            class SplitResult(_namedtuple('SplitResult', 'scheme netloc path query fragment'), _Location):
                def geturl(self): return urlunsplit(self)
            class ParseResult(_namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Location):
                def geturl(self): return urlunparse(self)
            class DefragResult(_namedtuple('DefragResult', 'url fragment')):
                def geturl(self): return self.url + '#' + self.fragment if self.fragment else self.url

            def urlsplit(url, scheme='', allow_fragments=True):
                "Scheme, host, path, query, fragment."
                url = _re.sub('[\t\r\n]', '', url.lstrip(''.join(map(chr, range(33)))))
                netloc = query = fragment = ''
                colon = url.find(':')
                if colon > 0 and url[0].isascii() and url[0].isalpha() and all(c.isascii() and (c.isalnum() or c in '+-.') for c in url[:colon]):
                    scheme, url = url[:colon].lower(), url[colon + 1:]
                if url[:2] == '//':
                    end = min((place for place in (url.find(c, 2) for c in '/?#') if place >= 0), default=len(url))
                    netloc, url = url[2:end], url[end:]
                    if ('[' in netloc) != (']' in netloc): raise ValueError('Invalid IPv6 URL')
                if allow_fragments and '#' in url: url, fragment = url.split('#', 1)
                if '?' in url: url, query = url.split('?', 1)
                return SplitResult(scheme, netloc, url, query, fragment)
            def urlparse(url, scheme='', allow_fragments=True):
                "As urlsplit, with parameters of the last path part."
                scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
                params = ''
                if ';' in path and scheme in ('', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel'):
                    place = path.find(';', path.rfind('/') + 1 if '/' in path else 0)
                    if place >= 0: path, params = path[:place], path[place + 1:]
                return ParseResult(scheme, netloc, path, params, query, fragment)
            def urlunsplit(parts):
                scheme, netloc, path, query, fragment = parts
                if netloc or scheme in ('http', 'https', 'ftp', 'file', 'ws', 'wss') and path[:2] == '//':
                    path = '//' + netloc + ('/' + path if path and path[:1] != '/' else path)
                elif scheme == 'file' and not path.startswith('//'): path = '//' + path
                return (scheme + ':' if scheme else '') + path + ('?' + query if query else '') + ('#' + fragment if fragment else '')
            def urlunparse(parts):
                scheme, netloc, path, params, query, fragment = parts
                return urlunsplit((scheme, netloc, f'{path};{params}' if params else path, query, fragment))
            def urldefrag(url):
                base, _, fragment = url.partition('#')
                return DefragResult(base, fragment)
            def urljoin(base, url, allow_fragments=True):
                "An address seen from another one."
                if not base: return url
                if not url: return base
                b, u = urlparse(base), urlparse(url, urlparse(base).scheme)
                if u.scheme != b.scheme or u.scheme not in ('', 'http', 'https', 'ftp', 'file', 'sftp', 'ws', 'wss'): return url
                if u.netloc: return urlunparse(u)
                if not u.path and not u.params:
                    return urlunparse((u.scheme, b.netloc, b.path, b.params, u.query or b.query, u.fragment))
                parts = b.path.split('/')
                if parts[-1] != '': del parts[-1]
                if u.path[:1] == '/': segments = u.path.split('/')
                else:
                    segments = parts + u.path.split('/')
                    segments[1:-1] = list(filter(None, segments[1:-1]))
                resolved = []
                for segment in segments:
                    if segment == '..':
                        if resolved: resolved.pop()
                    elif segment != '.': resolved.append(segment)
                if segments[-1] in ('.', '..'): resolved.append('')
                return urlunparse((u.scheme, b.netloc, '/'.join(resolved) or '/', u.params, u.query, u.fragment))
            def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
                "A query's names and values, in order."
                result = []
                for pair in qs.split(separator) if qs else []:
                    if not pair and not strict_parsing: continue
                    name, equals, value = pair.partition('=')
                    if not equals:
                        if strict_parsing: raise ValueError('bad query field: %r' % (pair,))
                        if not keep_blank_values: continue
                    if value or keep_blank_values:
                        result.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
                return result
            def parse_qs(qs, keep_blank_values=False, strict_parsing=False, **kwargs):
                "A query's values by their names."
                result = {}
                for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, **kwargs): result.setdefault(name, []).append(value)
                return result
            def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
                "Names and values as a query."
                if hasattr(query, 'items'): query = query.items()
                def text(value): return quote_via(value if isinstance(value, (str, bytes)) else str(value), safe)
                parts = []
                for name, value in query:
                    if doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__iter__'):
                        parts += [text(name) + '=' + text(item) for item in value]
                    else: parts.append(text(name) + '=' + text(value))
                return '&'.join(parts)
            """#)

    static let urlError = NativeModule(
        "urllib.error", doc: "What goes wrong with addresses.",
        source: #"""
            class URLError(OSError):
                def __init__(self, reason, filename=None):
                    self.args = (reason,)
                    self.reason = reason
                def __str__(self): return '<urlopen error %s>' % self.reason
            class HTTPError(URLError):
                def __init__(self, url, code, msg, hdrs=None, fp=None):
                    self.url, self.code, self.msg, self.reason, self.headers = url, code, msg, msg, hdrs
                def __str__(self): return 'HTTP Error %s: %s' % (self.code, self.msg)
            class ContentTooShortError(URLError): pass
            """#)

    static let urllib = NativeModule("urllib", doc: "Addresses.", source: "")

    static let base64 = NativeModule(
        "base64", doc: "Bytes as text.",
        source: #"""
            import binascii
            _letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
            _places = {letter: place for place, letter in enumerate(_letters)}
            def b64encode(s, altchars=None):
                if isinstance(s, str): raise TypeError("a bytes-like object is required, not 'str'")
                out = []
                for i in range(0, len(s), 3):
                    block = s[i:i + 3]
                    number = int.from_bytes(block + b'\0' * (3 - len(block)), 'big')
                    out += [_letters[number >> shift & 63] for shift in (18, 12, 6, 0)][:len(block) + 1] + [61] * (3 - len(block))
                made = bytes(out)
                return made.replace(b'+', altchars[:1]).replace(b'/', altchars[1:]) if altchars else made
            def b64decode(s, altchars=None, validate=False):
                if isinstance(s, str): s = s.encode('ascii')
                if altchars: s = s.replace(altchars[:1], b'+').replace(altchars[1:], b'/')
                if validate and any(c not in _places and c != 61 for c in s): raise binascii.Error('Only base64 data is allowed')
                letters = [_places[c] for c in s if c in _places]
                pads = s.count(b'=')
                if len(letters) % 4 == 1: raise binascii.Error(f'Invalid base64-encoded string: number of data characters ({len(letters)}) cannot be 1 more than a multiple of 4')
                if (len(letters) + pads) % 4 and (-len(letters)) % 4 > pads: raise binascii.Error('Incorrect padding')
                out = []
                for i in range(0, len(letters), 4):
                    part = letters[i:i + 4]
                    number = 0
                    for place in part + [0] * (4 - len(part)): number = number << 6 | place
                    out += list(number.to_bytes(3, 'big'))[:len(part) - 1]
                return bytes(out)
            def standard_b64encode(s): return b64encode(s)
            def standard_b64decode(s): return b64decode(s)
            def urlsafe_b64encode(s): return b64encode(s, b'-_')
            def urlsafe_b64decode(s): return b64decode(s, b'-_')
            def b16encode(s): return s.hex().upper().encode()
            def b16decode(s, casefold=False): return bytes.fromhex(s if isinstance(s, str) else s.decode())
            def encodebytes(s): return b''.join(b64encode(s[i:i + 57]) + b'\n' for i in range(0, len(s), 57))
            def decodebytes(s): return b64decode(s)
            """#)

    static let binascii = NativeModule(
        "binascii", doc: "Bytes as text.",
        source: #"""
            class Error(ValueError): pass
            def hexlify(data, sep=''): return data.hex().encode()
            def unhexlify(text): return bytes.fromhex(text if isinstance(text, str) else text.decode())
            b2a_hex, a2b_hex = hexlify, unhexlify
            def crc32(data, value=0):
                value ^= 0xffffffff
                for byte in data:
                    value ^= byte
                    for _ in range(8): value = value >> 1 ^ (0xedb88320 if value & 1 else 0)
                return value ^ 0xffffffff
            """#)

    static let uuid = NativeModule(
        "uuid", doc: "Numbers that nobody else has.",
        source: #"""
            import os as _os, time as _time, hashlib as _hashlib

            class UUID:
                "A number of 128 bits."
                def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None):
                    if [hex, bytes, int].count(None) != 2: raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
                    if hex is not None:
                        hex = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
                        if len(hex) != 32: raise ValueError('badly formed hexadecimal UUID string')
                        int = type(0)(hex, 16)
                    if bytes is not None:
                        if len(bytes) != 16: raise ValueError('bytes is not a 16-char string')
                        int = type(0).from_bytes(bytes, 'big')
                    if version is not None:
                        int = int & ~(0xc000 << 48) | 0x8000 << 48
                        int = int & ~(0xf000 << 64) | version << 76
                    self.__dict__['int'] = int
                def __setattr__(self, name, value): raise TypeError('UUID objects are immutable')
                @property
                def hex(self): return '%032x' % self.int
                @property
                def bytes(self): return self.int.to_bytes(16, 'big')
                @property
                def version(self): return self.int >> 76 & 15 if self.int >> 62 & 3 == 2 else None
                @property
                def urn(self): return 'urn:uuid:' + str(self)
                def __str__(self):
                    h = self.hex
                    return f'{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}'
                def __repr__(self): return f'UUID({str(self)!r})'
                def __int__(self): return self.int
                def __eq__(self, other): return self.int == other.int if isinstance(other, UUID) else NotImplemented
                def __lt__(self, other): return self.int < other.int if isinstance(other, UUID) else NotImplemented
                def __hash__(self): return hash(self.int)

            def getnode(): return int.from_bytes(_os.urandom(6), 'big') | 1 << 40
            def uuid4(): return UUID(bytes=_os.urandom(16), version=4)
            def uuid1(node=None, clock_seq=None):
                t = _time.time_ns() // 100 + 0x01b21dd213814000
                low, mid, high = t & 0xffffffff, t >> 32 & 0xffff, t >> 48 & 0x0fff
                return UUID(int=low << 96 | mid << 80 | high << 64 | int.from_bytes(_os.urandom(2), 'big') << 48 | (node or getnode()), version=1)
            def uuid3(namespace, name): return UUID(bytes=_hashlib.md5(namespace.bytes + name.encode()).digest()[:16], version=3)
            def uuid5(namespace, name): return UUID(bytes=_hashlib.sha1(namespace.bytes + name.encode()).digest()[:16], version=5)
            NAMESPACE_DNS, NAMESPACE_URL = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8'), UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
            NAMESPACE_OID, NAMESPACE_X500 = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8'), UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
            """#)

    static let secrets = NativeModule(
        "secrets", doc: "Random numbers that nobody can guess.",
        source: #"""
            import os as _os
            from base64 import urlsafe_b64encode as _encode
            def token_bytes(nbytes=None): return _os.urandom(32 if nbytes is None else nbytes)
            def token_hex(nbytes=None): return token_bytes(nbytes).hex()
            def token_urlsafe(nbytes=None): return _encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')
            def randbits(k): return int.from_bytes(_os.urandom((k + 7) // 8), 'big') >> -k % 8
            def randbelow(n):
                if n <= 0: raise ValueError('Upper bound must be positive.')
                while True:
                    number = randbits(n.bit_length())
                    if number < n: return number
            def choice(sequence): return sequence[randbelow(len(sequence))]
            def compare_digest(a, b): return a == b
            """#)
}
