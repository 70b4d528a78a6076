"""Runs `leadgen-batch inspect csv` over suites of CSV files that others wrote, and compares.
usage: csv_suites.py SUITE DATA BINARY; prints what is wrong, one line each."""
import csv, io, json, os, subprocess, sys, tempfile

data, binary = sys.argv[2], sys.argv[3]


def inspect(path, *options):
    done = subprocess.run([binary, 'inspect', 'csv', path, *options], capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def table(path):
    code, out, err = inspect(path, '--rows')
    return list(csv.reader(io.StringIO(out, newline=''))) if code == 0 else f'exit code {code}: {err}'


def as_objects(rows):
    return [dict(zip(rows[0], row)) for row in rows[1:]] if rows else []


def spectrum():
    """csvs/X.csv -> json/X.json. Line ends inside cells count as equal: the copy lost some."""
    plain = lambda value: json.loads(json.dumps(value).replace('\\r\\n', '\\n'))
    for name in sorted(os.listdir(f'{data}/csv-spectrum/csvs')):
        want = json.load(open(f'{data}/csv-spectrum/json/{name[:-4]}.json'))
        got = as_objects(table(f'{data}/csv-spectrum/csvs/{name}'))
        if plain(got) != plain(want):
            print(f'{name}: {got}, not {want}')


def sineemore():
    """csv/X.csv -> json/X.json; header-* with their header; bad-* must be told."""
    for name in sorted(os.listdir(f'{data}/csv-sineemore/csv')):
        path = f'{data}/csv-sineemore/csv/{name}'
        if name.startswith('bad-'):
            code, out, err = inspect(path)
            if code == 0 and not json.loads(out)['problems']:
                print(f'{name} is taken for good: {out}')
            continue
        want, got = json.load(open(f'{data}/csv-sineemore/json/{name[:-4]}.json')), table(path)
        if (want and isinstance(want[0], dict)) or name.startswith('header-'):
            got = as_objects(got)
        if got != want:
            print(f'{name}: {got}, not {want}')


def papaparse():
    """cases.json: text -> rows, where no setting of that parser is asked for. Left out: blank lines
    as rows, quotes that are never closed swallowing the rest, headers as keys."""
    cases = json.load(open(f'{data}/csv-papaparse/cases.json'))
    count = 0
    for case in cases['CORE_PARSER_TESTS'] + cases['PARSE_TESTS']:
        want, config = case['expected']['data'], case.get('config') or {}
        if not isinstance(case.get('input'), str) or case.get('disabled'):
            continue
        if set(config) - {'newline', 'skipEmptyLines', 'delimiter'} or case['expected'].get('errors'):
            continue
        if config.get('delimiter') not in (None, ',', '\t', '|', '\x1e', '\x1f'):
            continue
        if config.get('skipEmptyLines') == 'greedy' or 'whitespace' in case['description'] and '\n' in case['input']:
            continue
        with tempfile.NamedTemporaryFile(suffix='.csv') as file:
            file.write(case['input'].encode())
            file.flush()
            got = table(file.name)
        drop = lambda rows: [row for row in rows if row not in ([], [''])]
        count += 1
        if isinstance(got, str) or drop(got) != drop(want):
            print(f'{case["description"]}: {got}, not {want}')
    if count < 60:
        print(f'only {count} cases were run')


def pollock_rows():
    """The score of the files with one polluted row, by the measure's own script."""
    tool = f'{data}/../tools/pollock.py'
    with tempfile.TemporaryDirectory() as folder:
        for part in ('csv', 'clean'):
            os.mkdir(f'{folder}/{part}')
            for name in os.listdir(f'{data}/csv-pollock/dev/{part}'):
                if name.startswith('row_'):
                    os.symlink(f'{data}/csv-pollock/dev/{part}/{name}', f'{folder}/{part}/{name}')
        done = subprocess.run([sys.executable, tool, folder, binary, 'inspect', 'csv'], capture_output=True)
        score = float(done.stdout.decode().split('pollock simple ')[1].split()[0])
        if score < 9.95:
            print(f'{score} of 10')


{'spectrum': spectrum, 'sineemore': sineemore, 'papaparse': papaparse, 'pollock_rows': pollock_rows}[sys.argv[1]]()
