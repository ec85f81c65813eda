line = "GET /path?q=bird&n=5 HTTP/1.1"
method, target, version = line.split()
path, _, query = target.partition("?")
params = dict(p.split("=") for p in query.split("&"))
print(method, path, params, version.split("/")[1], int(params["n"]) + 1)
headers = "Host: x\r\nAccept: */*\r\n\r\n"
print(dict(h.split(": ") for h in headers.strip().split("\r\n")))
