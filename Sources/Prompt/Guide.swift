/// What the prompt says about itself.
enum Guide {
    static func banner(version: String) -> String {
        "Nuthatch \(version) · help: a first look · lesson: the lessons · Ctrl-D leaves"
    }

    /// What `help` shows: one screen for someone who never saw a notebook.
    static let newcomer = """
        # A first look

        Type a line of Python and press **Enter**. What it gives appears below:

            1 + 1
            name = "kestrel"
            name.upper()

        - A line that ends with `:` opens a block; an empty line ends it. **Alt-Enter** opens a line anywhere.
        - **Tab** completes names, attributes, arguments and paths. **Up** brings earlier cells back, **Ctrl-R** searches them.
        - `name?` or `?name` explains a name; `name??` shows more.
        - **Ctrl-C** stops what runs, and clears the line when nothing does. **Ctrl-D** leaves.
        - `!ls` runs a shell command.

        To train a network on pictures step by step: `lesson 2`. All lessons: `lesson`.

        Nothing you run is lost: `%history` lists it, `%save notes.ipynb` writes it for Jupyter, `%restore` brings a session
        back. All such commands: `%help`.
        """

    /// What `%help` shows.
    static let commands = """
        # Commands of the prompt

        | command | what it does |
        |---|---|
        | `%history [3-5]`, `%history -g TEXT` | the cells of this session; cells of all sessions with a text |
        | `%recall N` | puts cell N at the prompt |
        | `%edit [N]` | opens cell N, or a new one, in your editor ($EDITOR) |
        | `%save FILE`, `%export FILE` | writes the session as `.ipynb` (with outputs) or `.py` |
        | `%load FILE` | puts a file's text at the prompt |
        | `%run FILE` | runs a script or notebook in this session |
        | `%restore` | brings the last unfinished session back, or this one's values after the evaluator was lost |
        | `%sessions` | all sessions that are kept |
        | `%reset` | forgets all values; cells and outputs stay |
        | `%who`, `%whos` | the names you defined; with types and values |
        | `%time CODE`, `%timeit CODE`, `%%time` | how long code or a cell takes |
        | `%cd`, `%pwd`, `%ls`, `%cat`, `%env` | folders, files, environment |
        | `%%bash`, `%%writefile FILE`, `%%capture` | the cell as a shell script, into a file, without output |
        | `%lsmagic` | all others |
        | `!COMMAND`, `x = !COMMAND` | a shell command; its lines as a list |
        | `name?`, `name??`, `help(name)` | what a name is; its source |
        | `_`, `__`, `_3`, `In[3]`, `Out[3]` | the last results, and cell 3's source and result |
        | `lesson`, `lesson N`, `lesson FILE` | lists the lessons, opens one |
        | `quiz`, `quiz N`, `quiz due` | the questions of the open lesson, of another, those to repeat |
        | `report FILE` | a page about this session: `.html`, `.md` or `.ipynb` |

        Most work without the `%`, too, where no variable has that name: `ls`, `cd data`, `who`, `run script.py`.

        While a lesson is open: `next`, `back`, `again`, `goto N`, `skip`, `where`, `play` (all of it, in a scope of its own),
        and in an exercise `hint` and `solution`; or Alt and n, p, a, s, w, h, o. Where a variable has such a name: `%next`.
        """
}
