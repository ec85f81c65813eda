import hashlib, base64, uuid, binascii
for name in ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']:
    h = hashlib.new(name)
    h.update(b'hello ')
    h.update(b'world')
    print(name, h.hexdigest()[:20], h.digest_size, h.name)
print(hashlib.sha256(b'').hexdigest(), hashlib.md5(b'a' * 1000).hexdigest(), hashlib.sha1('é'.encode()).hexdigest(), hashlib.sha512(b'x' * 200).hexdigest()[:16])
print(base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), base64.urlsafe_b64encode(b'\xff\xfe'), base64.b16encode(b'hi'), base64.b64encode(bytes(range(10))), binascii.hexlify(b'ab'), binascii.crc32(b'hello'))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'example.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.UUID('12345678123456781234567812345678'), len(str(uuid.uuid4())), uuid.uuid4().version, uuid.UUID(int=5).hex)
try:
    hashlib.md5('text')
except TypeError as error:
    print(error)
try:
    base64.b64decode('abc')
except binascii.Error as error:
    print(error)
