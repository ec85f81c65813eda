"""How fast the prompt is there, and how fast it answers a key, measured through a pseudo-terminal.

    python3 Benchmarks/prompt/measure.py [PROGRAM]     default: .build/release/nuthatch

Prints medians and the worst of each: milliseconds from the process's start to its first prompt; from a key to its last
output, in an empty cell and in one of 300 lines; from `%restore` to a session of 200 cells on the screen.
"""
import os, pty, select, shutil, statistics, struct, sys, tempfile, termios, time, fcntl

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else ".build/release/nuthatch"


class Terminal:
    def __init__(self, home):
        self.began = time.perf_counter()
        self.process, self.file = pty.fork()
        if self.process == 0:
            environment = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
            os.execve(PROGRAM, [PROGRAM], environment)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def until(self, text, seconds=20):
        """Reads up to `text`; the time at which it came."""
        seen = b""
        while text not in seen:
            if not select.select([self.file], [], [], seconds)[0]:
                raise SystemExit(f"{text!r} did not come; there was {seen[-300:]!r}")
            seen += os.read(self.file, 65536)
        return time.perf_counter()

    def settle(self, quiet=0.05):
        """Reads until nothing comes for a while; the time of the last piece."""
        last = time.perf_counter()
        while select.select([self.file], [], [], quiet)[0]:
            os.read(self.file, 65536)
            last = time.perf_counter()
        return last

    def send(self, text):
        os.write(self.file, text.encode())

    def close(self):
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
        os.close(self.file)


def report(name, values):
    print(f"{name}: median {statistics.median(values):.2f} ms, worst {max(values):.2f} ms of {len(values)}")


def start(home):
    times = []
    for _ in range(20):
        terminal = Terminal(home)
        times.append((terminal.until(b"In [") - terminal.began) * 1000)
        terminal.close()
    report("start to the first prompt", times)


def keys(home, lines):
    terminal = Terminal(home)
    terminal.until(b"In [")
    terminal.settle(0.5)
    if lines:
        body = "".join(f"    total_{n} = [value * {n} for value in range({n})]  # 'line {n}'\n" for n in range(lines - 1))
        terminal.send("\x1b[200~def function():\n" + body + "\x1b[201~")
        terminal.settle(0.5)
    times = []
    for key in "abcdefghijklmnopqrstuvwxyz(1234567890)" * 3:
        began = time.perf_counter()
        terminal.send(key)
        times.append((terminal.settle() - began) * 1000)
    terminal.close()
    report(f"a key in a cell of {lines} lines" if lines else "a key in an empty cell", times)


def restore(home):
    terminal = Terminal(home)
    terminal.until(b"In [1]")
    for number in range(1, 201):
        terminal.send(f"print('line\\n' * 20, {number})\r")
        terminal.until(b"In [%d]" % (number + 1))
    terminal.close()
    terminal = Terminal(home)
    terminal.until(b"In [1]")
    terminal.settle(0.3)
    began = time.perf_counter()
    terminal.send("%restore\r")
    print(f"200 cells and outputs back on the screen: {(terminal.until(b'(y/n)') - began) * 1000:.0f} ms")
    terminal.close()


for measure in (start, lambda home: keys(home, 0), lambda home: keys(home, 300), restore):
    home = tempfile.mkdtemp()
    measure(home)
    shutil.rmtree(home)
