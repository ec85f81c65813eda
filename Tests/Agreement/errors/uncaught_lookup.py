config = {'host': 'localhost', 'ports': {'http': 80}}
print(config['ports']['http'])
print(config['ports']['https'])
