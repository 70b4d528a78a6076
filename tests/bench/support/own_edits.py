"""One person who edits a contact's title and looks at once: is the edit in the list, found by its filter?
own_edits.py SITE/WORKSPACE COOKIE SECONDS; called by list_mix.sh."""
import http.client, re, sys, time, urllib.parse

base, cookie, seconds = urllib.parse.urlsplit(sys.argv[1]), sys.argv[2], float(sys.argv[3])
link = http.client.HTTPConnection(base.hostname, base.port, timeout=10)


def ask(method, path, form=None):
    body = urllib.parse.urlencode(form) if form else None
    headers = {'Cookie': cookie, 'Origin': 'http://%s:%d' % (base.hostname, base.port)}
    if form:
        headers['Content-Type'] = 'application/x-www-form-urlencoded'
    began = time.time()
    link.request(method, base.path + path, body, headers)
    answer = link.getresponse()
    return answer.status, answer.read().decode(), (time.time() - began) * 1000


status, page, _ = ask('GET', '/contacts?sort=created&dir=up')
ids = list(dict.fromkeys(re.findall(r'/contacts/(\d+)', page)))
missed, done, times, failed = 0, 0, [], 0
end = time.time() + seconds
while time.time() < end:
    path = '/contacts/%s/edit?field=job_title' % ids[done % len(ids)]
    status, page, _ = ask('GET', path)
    form = dict(re.findall(r'<input[^>]*name="(csrf|version|was)"[^>]*value="([^"]*)"', page))
    title = 'Keeper %d of lamp %d end' % (done, time.time())
    status, page, took = ask('POST', path, dict(form, job_title=title))
    done += 1
    if status not in (200, 303):
        failed += 1
        continue
    times.append(took)
    saved = re.sub(r'<[^>]*>', ' ', page)[:80].split()
    status, page, _ = ask('GET', '/contacts?' + urllib.parse.urlencode({'title': title}))
    if title not in page or not re.search(r'id="l-total"[^>]*>\s*1\b', page):
        missed += 1
        shown = re.search(r'id="l-total"[^>]*>([^<]*)', page)
        print('missed %s of contact %s: status %d, total %s, POST answered with %s' % (
            title, ids[(done - 1) % len(ids)], status, shown and shown.group(1), saved), file=sys.stderr)
times.sort()
print('own edits: %d, refused %d, not to be seen at once: %d; saving p50 %.1f ms, p95 %.1f ms' % (
    done, failed, missed, times[len(times) // 2] if times else 0, times[len(times) * 95 // 100] if times else 0))
