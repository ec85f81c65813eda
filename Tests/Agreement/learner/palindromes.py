def is_palindrome(s):
    s = "".join(c.lower() for c in s if c.isalnum())
    return s == s[::-1]
for s in ["level", "A man, a plan, a canal: Panama", "bird", ""]:
    print(repr(s), is_palindrome(s))
