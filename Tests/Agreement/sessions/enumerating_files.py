from pathlib import PurePosixPath as Path
files = [Path(p) for p in ("a/cat_1.jpg", "a/dog_2.jpg", "b/Cat_3.png", "readme")]
print([f.name for f in files if f.suffix == ".jpg"], {f.parent.name for f in files} == {"a", "b", ""}, [f.stem.split("_")[0].lower() for f in files if "_" in f.stem], sorted(f.suffix for f in files), [str(f.with_suffix(".txt")) for f in files][:2])
def label(f): return "cat" if f.name[0].isupper() else "dog"
print([label(f) for f in files])
