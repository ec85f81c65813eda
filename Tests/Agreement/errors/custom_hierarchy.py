class Error(Exception): pass
class NetworkError(Error): pass
class Timeout(NetworkError):
    def __init__(self, seconds): super().__init__(f'timed out after {seconds}s'); self.seconds = seconds
for e in (Error('plain'), NetworkError('net'), Timeout(3), ValueError('v')):
    try:
        raise e
    except Timeout as error: print('timeout', error.seconds, error)
    except NetworkError as error: print('network', error)
    except Error as error: print('error', error)
    except Exception as error: print('other', repr(error))
print(issubclass(Timeout, Error), Timeout.__mro__[1].__name__, Timeout(1).args)
