import CellRuntime
import DataSources

/// `urllib.request`: what an address answers, through the same transfers as downloads, with their limits and redirections.
enum UrllibRequest {
    static let module = NativeModule("urllib.request", doc: "What addresses answer.", source: written) {
        Function(
            "_get", doc: "Status, content type and body of an answer.", Parameter("url", String.self),
            Parameter("headers", [String].self), Parameter("timeout", Double?.self, default: nil)
        ) { cell, url, headers, timeout in
            var web = Web()
            if let timeout { web.limits.connect = timeout }
            let client = web
            let response = try DownloadBar(cell, isShown: false).run { observer throws(DataError) in
                try client.get(url, headers: headers, isCancelled: observer.isCancelled)
            }
            return Value.tuple([
                .int(response.status), .string(response.contentType), .object(Bytes(response.body)),
            ])
        }
        Function(
            "_download", doc: "Fetches a file.", Parameter("url", String.self), Parameter("path", String.self)
        ) { cell, url, path in
            try DownloadBar(cell, isShown: false).run { observer throws(DataError) in
                try Web().download(url, to: path, isCancelled: observer.isCancelled)
            }
        }
    }

    private static let written = #"""
        import io as _io, os as _os
        from urllib.error import URLError, HTTPError

        class Request:
            "An address and what to say when asking for it."
            def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
                if data is not None: raise NotImplementedError('urllib.request: sending data is not supported')
                if method not in (None, 'GET'): raise NotImplementedError(f'urllib.request: method {method} is not supported')
                self.full_url, self.headers, self.data = url, dict(headers), data
            def get_full_url(self): return self.full_url
            def get_method(self): return 'GET'
            def add_header(self, key, value): self.headers[key] = value

        class _Response:
            "The body of an answer, as a file."
            def __init__(self, body): self._file = _io.BytesIO(body)
            def __getattr__(self, name): return getattr(self._file, name)
            def __iter__(self): return iter(self._file)
            def __enter__(self): return self
            def __exit__(self, *details): self._file.close()
            def getcode(self): return self.status
            def geturl(self): return self.url
            def info(self): return self.headers
            def getheader(self, name, default=None): return self.headers.get(name, default)

        def urlopen(url, data=None, timeout=None, *, context=None):
            "Asks for an address."
            request = url if isinstance(url, Request) else Request(url, data)
            address = request.full_url
            if '://' not in address: raise ValueError(f'unknown url type: {address!r}')
            if address.startswith('file://'):
                with open(address[7:], 'rb') as file: status, kind, body = 200, '', file.read()
            else:
                try: status, kind, body = _get(address, [f'{k}: {v}' for k, v in request.headers.items()], timeout)
                except OSError as error: raise URLError(str(error)) from None
            response = _Response(body)
            response.status = response.code = status
            response.url, response.reason = address, 'OK'
            response.headers = {'Content-Type': kind, 'Content-Length': str(len(body))}
            return response

        def urlretrieve(url, filename=None, reporthook=None, data=None):
            "Fetches a file: its path, and what was said about it."
            if filename is None:
                import tempfile
                filename = _os.path.join(tempfile.mkdtemp(), url.rstrip('/').rpartition('/')[2].partition('?')[0] or 'download')
            filename = _os.fspath(filename)
            if url.startswith('file://'):
                import shutil
                shutil.copyfile(url[7:], filename)
            else:
                try: _download(url, filename)
                except OSError as error: raise URLError(str(error)) from None
            size = _os.path.getsize(filename)
            if reporthook is not None:
                reporthook(0, 8192, size)
                reporthook(-(-size // 8192), 8192, size)
            return filename, {'Content-Length': str(size)}

        def pathname2url(path):
            from urllib.parse import quote
            return quote(path)
        def url2pathname(path):
            from urllib.parse import unquote
            return unquote(path)
        """#
}
