#!/bin/sh
# How fast the phrases of a model are found in text, with negation, weights and evidence, beside grep
# counting the lines that hold one. Fails below 1 time as fast.
# usage: signals.sh [MB]
set -eu
mb=${1:-128}
build=${LEADGEN_BUILDDIR:-build}
data=${LEADGEN_TEST_DATA:-../shared/data}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
make -s -C "$build" tests/bench/signals >/dev/null

python3 - "$dir" "$mb" "$data" "${LEADGEN_SRCDIR:-.}" <<'P'
import json, os, sys
folder, mb, data, source = sys.argv[1], int(sys.argv[2]) << 20, sys.argv[3], sys.argv[4]
model = json.load(open(f'{source}/sql/seed/icp.json', encoding='utf-8'))
phrases = [p for s in model['signals'] for p in s.get('phrases', [])]
open(f'{folder}/phrases', 'w', encoding='utf-8').write('\n'.join(list(dict.fromkeys(phrases))[:100]) + '\n')
truth = f'{data}/html-article-extraction/ground-truth.json'
if os.path.exists(truth):
    text = '\n'.join(a['articleBody'] for a in json.load(open(truth, encoding='utf-8')).values())
else:
    text = ' '.join(f'Naše řešení {i} für Unternehmen runs AI agents, übrigens.\n' for i in range(5000))
block = (text + '\n').encode()
with open(f'{folder}/text', 'wb') as file:
    for _ in range(mb // len(block) + 1):
        file.write(block)
P
python3 - "$dir" "$build/tests/bench/signals" <<'P'
import os, subprocess, sys, time
folder, ours = sys.argv[1:]
size = os.path.getsize(f'{folder}/text') / 1e6
n = sum(1 for _ in open(f'{folder}/phrases'))
print(f'{os.cpu_count()} cores, {size:.0f} MB, {n} phrases')


def best(run):
    return min(run() for _ in range(3))


def grep():
    start = time.perf_counter()
    subprocess.run(['grep', '-c', '-i', '-w', '-F', '-f', f'{folder}/phrases', f'{folder}/text'],
                   env={'LC_ALL': 'C.UTF-8', 'PATH': os.environ['PATH']}, capture_output=True, check=True)
    return time.perf_counter() - start


def signals():
    out = subprocess.run([ours, f'{folder}/phrases', f'{folder}/text'], capture_output=True, check=True, text=True)
    return float(out.stdout.split()[0])


a, b = best(grep), best(signals)
print(f'grep     {size / a:7.1f} MB/s')
print(f'signals  {size / b:7.1f} MB/s, {a / b:.2f} times as fast')
sys.exit(0 if a >= b else 1)
P
