import subprocess, sys
r = subprocess.run(['echo', 'hello world'], capture_output=True, text=True)
print(r.returncode, repr(r.stdout), repr(r.stderr), r.args)
print(subprocess.check_output('echo $((2 + 3)); echo err >&2', shell=True, text=True, stderr=subprocess.DEVNULL))
print(subprocess.run('exit 4', shell=True).returncode, subprocess.getoutput('echo hi'), subprocess.call(['true']), subprocess.getstatusoutput('false'))
print(subprocess.run(['cat'], input='from stdin', capture_output=True, text=True).stdout, subprocess.check_output(['printf', 'a\\nb']))
try:
    subprocess.run(['false'], check=True)
except subprocess.CalledProcessError as error:
    print(error, error.returncode)
try:
    subprocess.run(['no-such-program-here'])
except FileNotFoundError as error:
    print(error)
print(subprocess.run(['sh', '-c', 'echo $NUT'], env={'NUT': 'x y', 'PATH': '/usr/bin:/bin'}, capture_output=True, text=True).stdout, subprocess.run(['pwd'], cwd='/', capture_output=True, text=True).stdout)
