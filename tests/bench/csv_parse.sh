#!/bin/sh
# How fast a table is detected and parsed, beside Python's csv module in the same run.
# usage: csv_parse.sh [ROWS]; prints seconds, ratio and memory; fails below 5 times or above 20 MB.
set -eu
rows=${1:-1000000}
batch=${LEADGEN_BUILDDIR:-build}/leadgen-batch
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

python3 - "$dir/table.csv" "$rows" <<'P'
import sys
names, cities = ['Jan', 'Petra', 'Lukáš', 'Eva', 'John', 'Zoë'], ['Praha', 'Brno', 'München', 'Oslo']
with open(sys.argv[1], 'w', newline='', encoding='utf-8') as file:
    file.write('id,first_name,last_name,email,company,title,city,phone,linkedin,created\r\n')
    for i in range(int(sys.argv[2])):
        company = f'"Acme {i % 700}, Inc."' if i % 7 == 0 else f'Firma {i % 5000} s.r.o.'
        file.write(f'{i},{names[i % 6]},Novák{i % 900},user{i}@example{i % 1000}.com,{company},Head of Sales,'
                   f'{cities[i % 4]},+420 777 {i % 1000:03d} 456,https://www.linkedin.com/in/user{i},2024-01-{1 + i % 28:02d}\r\n')
P
python3 - "$dir/table.csv" "$batch" <<'P'
import csv, os, resource, subprocess, sys, time
path, batch = sys.argv[1:]


def best(run):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def by_python():
    with open(path, newline='', encoding='utf-8') as file:
        for _ in csv.reader(file):
            pass


print(f'{os.cpu_count()} cores, {os.path.getsize(path) >> 20} MB')
python = best(by_python)
print(f'python csv           {python:.3f} s')
worst = None
for name, options in (('inspect csv', []), ('inspect csv --rows', ['--rows'])):
    ours = best(lambda: subprocess.run([batch, 'inspect', 'csv', path, *options], stdout=subprocess.DEVNULL, check=True))
    print(f'{name:20s} {ours:.3f} s, {python / ours:.1f} times as fast')
    worst = worst or python / ours
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(f'peak memory          {peak / 1024:.1f} MB')
sys.exit(0 if worst >= 5 and peak <= 20 * 1024 else 1)
P
