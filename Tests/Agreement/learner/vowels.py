text = "The Quick Brown Fox"
vowels = [c for c in text.lower() if c in "aeiou"]
print(vowels, len(vowels), {v: vowels.count(v) for v in sorted(set(vowels))})
print("".join("*" if c in "aeiouAEIOU" else c for c in text))
