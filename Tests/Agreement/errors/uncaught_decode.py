data = 'héllo'.encode('latin-1')
print(data)
data.decode('utf-8')
