import textwrap
t = "Nuthatches are small birds that climb head first down the trunks of trees."
for line in textwrap.wrap(t, 24): print(f"|{line:<24}|{len(line)}")
print(textwrap.shorten(t, 30, placeholder="..."), textwrap.indent("a\nb", "  "), sep="\n")
