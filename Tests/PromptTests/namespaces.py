"""A prompt and its evaluator on two machines: two network namespaces that a pair of virtual cables joins.

    sudo python3 Tests/PromptTests/namespaces.py [PROGRAM]     default: .build/debug/nuthatch

A cell runs on the far side, the cable is cut while another one runs, the prompt says so and keeps everything; the cable is
back, and values are restored. Needs root, for namespaces; so it is no part of the tests that run everywhere.
"""
import os, pty, select, subprocess, sys, tempfile, time

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/debug/nuthatch")
NEAR, FAR = "nuthatch-near", "nuthatch-far"

# A connection that notices within 3 s that the other side is gone, as ssh's ServerAliveInterval does.
CLIENT = """
import os, select, socket, sys
connection = socket.create_connection(("10.77.0.2", 7777), 3)
for option, value in [(socket.TCP_KEEPIDLE, 1), (socket.TCP_KEEPINTVL, 1), (socket.TCP_KEEPCNT, 2)]:
    connection.setsockopt(socket.IPPROTO_TCP, option, value)
connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
connection.setsockopt(socket.IPPROTO_TCP, 18, 3000)
try:
    while True:
        for ready in select.select([0, connection], [], [])[0]:
            data = os.read(0, 65536) if ready == 0 else connection.recv(65536)
            if not data: sys.exit(0)
            connection.sendall(data) if ready == 0 else os.write(1, data)
except OSError as error:
    sys.exit(f"{error}")
"""
SERVER = """
import socket, subprocess, sys
listener = socket.create_server(("10.77.0.2", 7777))
while True:
    connection, _ = listener.accept()
    subprocess.Popen([sys.argv[1], "evaluator"], stdin=connection, stdout=connection)
    connection.close()
"""


def run(command):
    subprocess.run(command.split(), check=True)


class Prompt:
    def __init__(self, home, command):
        self.seen = ""
        self.process, self.file = pty.fork()
        if self.process == 0:
            environment = {"HOME": home, "TERM": "xterm", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
            os.execvpe("ip", ["ip", "netns", "exec", NEAR, PROGRAM, "--on", "cmd:" + command], environment)

    def send(self, text):
        os.write(self.file, text.encode())

    def until(self, text, seconds=20):
        end = time.time() + seconds
        while text not in self.seen:
            if time.time() > end or not select.select([self.file], [], [], end - time.time())[0]:
                raise SystemExit(f"FAILED: {text!r} did not come; there was\n{self.seen[-1500:]}")
            self.seen += os.read(self.file, 65536).decode(errors="replace")
        self.seen = self.seen.split(text, 1)[1]


def check(home):
    client, server = os.path.join(home, "client.py"), os.path.join(home, "server.py")
    open(client, "w").write(CLIENT)
    open(server, "w").write(SERVER)
    far = subprocess.Popen(["ip", "netns", "exec", FAR, sys.executable, server, PROGRAM])
    try:
        time.sleep(1)
        prompt = Prompt(home, f"{sys.executable} {client}")
        prompt.until("In [1]")
        prompt.send("import os; x = 41\r")
        prompt.until("In [2]")
        prompt.send("!ip -o addr\r")
        prompt.until("10.77.0.2")
        prompt.until("In [3]")
        print("a cell ran on the far side")
        prompt.send("while True: pass\r\r")
        time.sleep(1)
        run(f"ip -n {NEAR} link set cable0 down")
        cut = time.time()
        prompt.until("is lost")
        print(f"the cut cable was noticed after {time.time() - cut:.1f} s")
        prompt.until("In [4]")
        prompt.send(f"%save {home}/kept.ipynb\r")
        prompt.until("3 cells written")
        print("the notebook is kept")
        run(f"ip -n {NEAR} link set cable0 up")
        time.sleep(1)
        prompt.send("%restore\r")
        prompt.until("(y/n)")
        prompt.send("y\r")
        prompt.until("(y/n)")
        prompt.send("n\r")
        prompt.until("values are back")
        prompt.send("x + 1\r")
        prompt.until("42")
        print("values are back over the mended cable")
        os.kill(prompt.process, 9)
    finally:
        far.terminate()


for name in (NEAR, FAR):
    run(f"ip netns add {name}")
    run(f"ip -n {name} link set lo up")
try:
    run(f"ip link add cable0 netns {NEAR} type veth peer name cable1 netns {FAR}")
    run(f"ip -n {NEAR} addr add 10.77.0.1/24 dev cable0")
    run(f"ip -n {FAR} addr add 10.77.0.2/24 dev cable1")
    run(f"ip -n {NEAR} link set cable0 up")
    run(f"ip -n {FAR} link set cable1 up")
    with tempfile.TemporaryDirectory() as home:
        check(home)
finally:
    for name in (NEAR, FAR):
        run(f"ip netns del {name}")
