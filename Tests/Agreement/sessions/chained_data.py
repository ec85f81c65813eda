people = [{"n": "Ada", "tags": ["x", "y"]}, {"n": "Bob", "tags": []}, {"n": "Cid"}]
print([t for p in people for t in p.get("tags", [])], {p["n"]: len(p.get("tags", ())) for p in people}, [p["n"] for p in people if "tags" in p and p["tags"]])
try:
    print([p["tags"] for p in people])
except KeyError as error: print("missing", error)
