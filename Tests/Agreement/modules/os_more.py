import os, os.path, tempfile, shutil, glob
with tempfile.TemporaryDirectory() as folder:
    os.makedirs(os.path.join(folder, 'a', 'b'))
    for name in ('1.txt', '2.py', 'a/3.txt', 'a/b/4.txt'): open(os.path.join(folder, name), 'w').write(name)
    print(sorted(os.listdir(folder)), os.path.isdir(os.path.join(folder, 'a')), os.path.isfile(folder))
    for top, dirs, files in os.walk(folder):
        dirs.sort()
        print(os.path.relpath(top, folder), dirs, sorted(files))
    print(sorted(os.path.basename(p) for p in glob.glob(os.path.join(folder, '*.txt'))), len(glob.glob(folder + '/**/*.txt', recursive=True)))
    shutil.copy(os.path.join(folder, '1.txt'), os.path.join(folder, 'copy.txt'))
    shutil.copytree(os.path.join(folder, 'a'), os.path.join(folder, 'z'))
    shutil.move(os.path.join(folder, 'copy.txt'), os.path.join(folder, 'z', 'moved.txt'))
    print(sorted(os.listdir(os.path.join(folder, 'z'))), open(os.path.join(folder, 'z', 'moved.txt')).read())
    shutil.rmtree(os.path.join(folder, 'z'))
    os.rename(os.path.join(folder, '1.txt'), os.path.join(folder, 'one.txt'))
    os.remove(os.path.join(folder, '2.py'))
    print(sorted(os.listdir(folder)), sorted(e.name for e in os.scandir(folder) if e.is_file()))
print(os.path.join('a', 'b'), os.path.split('/x/y.z'), os.path.splitext('f.tar.gz'), os.path.dirname('/a/b'), os.path.basename('/a/b'), os.path.isabs('/a'), os.path.commonpath(['/a/b', '/a/c']), os.path.normpath('a//b/../c'), os.sep, os.linesep == '\n', os.path.expanduser('x'))
os.environ['NUT_TEST'] = 'v'
print(os.environ.get('NUT_TEST'), os.getenv('NOPE', 'default'), 'NUT_TEST' in os.environ, os.environ.pop('NUT_TEST'))
try:
    os.environ['NOPE_NOT_SET']
except KeyError as error:
    print('KeyError', error)
try:
    os.listdir('/nope')
except FileNotFoundError as error:
    print(error)
