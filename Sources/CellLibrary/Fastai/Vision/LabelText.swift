import CellRuntime

/// The name of a class that was True or False. It is a text, and so always true: an `if` says so once.
enum LabelText {
    static let module = NativeModule(
        "fastai.labels", doc: "Names of classes that were True or False.",
        source: #"""
            import sys

            class LabelText(str):
                def __bool__(self):
                    other = "'False' too" if self == 'True' else "even 'False'"
                    print(f"note: predict gives the text '{str(self)}', and every text counts as true in an if, {other}. "
                          "Compare it: if label == 'True', or use the probability.", file=sys.stderr)
                    return len(self) > 0
            """#)
}
