"""The peer of tests/bench/peer.sh: what a list endpoint of the usual shape does for one page of contacts.
peer.py MIX QUERIES DSN TENANT URL COOKIE."""
import http.client, json, re, sys, time, urllib.parse
import psycopg2

lines = [json.loads(line) for line in open(sys.argv[1])]
dimensions = {line['dimension']: line for line in lines if 'dimension' in line}
mix = [line for line in lines if 'url' in line]
step = max(1, len(mix) // int(sys.argv[2]))
mix = mix[::step][:int(sys.argv[2])]
tenant, url, cookie = sys.argv[4], urllib.parse.urlsplit(sys.argv[5]), sys.argv[6]
CODE, COUNTRY, ID, IDS, TEXT, VALUE, NUMBER, DAY, AGE = range(9)
FROM = (' FROM contact c LEFT JOIN company k ON k.tenant_id = c.tenant_id AND k.company_id = c.company_id'
        ' AND k.deleted_at IS NULL WHERE c.tenant_id = ' + tenant + ' AND c.deleted_at IS NULL')
ORDERS = {'name': 'c.sort_name', 'company': 'k.sort_name', 'updated': 'c.updated_at', 'title': 'c.title_key',
          'seniority': 'c.codes[5]', 'created': 'c.contact_id'}


def column(d):
    table = 'k' if d['company'] else 'c'
    if d['place'] >= 0:
        return 'coalesce(%s.codes[%d], 0)' % (table, d['place'] + 1)
    return '%s.%s' % (table, d['column'])


def condition(clause):
    d = dimensions[clause['name']]
    of, args = column(d), []
    if d['kind'] in (CODE, COUNTRY):
        text, args = of + ' = ANY (%s)', [clause['codes']]
    elif d['kind'] in (ID, IDS):
        ids, none = [i for i in clause['codes'] if i], 0 in clause['codes']
        text = of + (' && %s::bigint[]' if d['kind'] == IDS else ' = ANY (%s)') + (' OR %s IS NULL' % of if none else '')
        args = [ids]
    elif d['kind'] == TEXT:
        text, args = of + ' LIKE ANY (%s)', [['%' + t + '%' for t in clause['texts']]]
    elif d['kind'] == NUMBER:
        text, args = of + ' BETWEEN %s AND %s', [max(clause['from'], -1), min(clause['to'], 32000)]
    else:  # AGE: at least `from`, less than `to` days
        text = "(date_trunc('day', now())::date - %s::date) >= %%s AND (date_trunc('day', now())::date - %s::date) < %%s" % (of, of)
        args = [max(clause['from'], -100000), min(clause['to'], 100000)]
    return '((%s) IS NOT TRUE)' % text if clause['exclude'] else '((%s) IS TRUE)' % text, args


def where(query, but=None):
    text, args = '', []
    for word in query['words']:
        text += ' AND (c.search LIKE %s OR k.search LIKE %s)'
        args += ['%' + word.replace('\\', '\\\\').replace('%', '\\%').replace('_', '\\_') + '%'] * 2
    for clause in query['clauses']:
        if clause['name'] != but:
            more, values = condition(clause)
            text, args = text + ' AND ' + more, args + values
    return text, args


def page(db, query):
    cursor, answer = db.cursor(), {}
    form = dict(urllib.parse.parse_qsl(query['url']))
    text, args = where(query)
    order = ORDERS[form['sort']] + (' DESC' if form['dir'] == 'down' else '')
    cursor.execute('SELECT c.contact_id, c.first_name, c.last_name, c.email, c.job_title, c.phone, c.city, c.tag_ids,'
                   ' k.name, k.domain' + FROM + text + ' ORDER BY ' + order + ', c.contact_id LIMIT 50 OFFSET 0', args)
    answer['items'] = cursor.fetchall()
    cursor.execute('SELECT count(*)' + FROM + text, args)
    answer['total'] = cursor.fetchone()[0]
    for name, d in dimensions.items():
        if not d['facet']:
            continue
        text, args = where(query, name)
        of = column(d)
        if d['kind'] == IDS:
            of = 'unnest(%s)' % of
        elif d['kind'] == AGE:
            of = "width_bucket(extract(epoch FROM now() - %s) / 86400, ARRAY[30, 60, 90]::numeric[])" % of
        cursor.execute('SELECT %s, count(*)%s%s GROUP BY 1 ORDER BY 2 DESC LIMIT 200' % (of, FROM, text), args)
        answer[name] = cursor.fetchall()
    db.rollback()
    return json.dumps(answer, default=str), answer['total']


db = psycopg2.connect(sys.argv[3])
link = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
theirs, ours, unequal = [], [], 0
for at, query in enumerate(mix):
    began = time.time()
    text, total = page(db, query)
    theirs.append((time.time() - began) * 1000)
    for again in range(2):  # the first look at a filter maps and reads what it needs
        began = time.time()
        link.request('GET', url.path + '?' + query['url'], headers={'Cookie': cookie})
        body = link.getresponse().read().decode()
        took = (time.time() - began) * 1000
    ours.append(took)
    shown = re.search(r'id="l-total"[^>]*>([\d,.\s]*)', body)
    if not shown or int(re.sub(r'\D', '', shown.group(1)) or -1) != total:
        unequal += 1
        print('unequal: %s: %d there, %s here' % (query['url'], total, shown and shown.group(1)), file=sys.stderr)
half = lambda t: sorted(t)[len(t) // 2]
late = lambda t: sorted(t)[min(len(t) - 1, len(t) * 95 // 100)]
print('%d queries, %d facets each; totals unequal: %d' % (len(mix), sum(1 for d in dimensions.values() if d['facet']), unequal))
print('%-32s p50 %9.1f ms, p95 %9.1f ms' % ('peer: OFFSET, COUNT per facet', half(theirs), late(theirs)))
print('%-32s p50 %9.1f ms, p95 %9.1f ms' % ('ours: the whole page', half(ours), late(ours)))
print('ratio    %.0f at p50, %.0f at p95 (how many times faster)' % (half(theirs) / half(ours), late(theirs) / late(ours)))
sys.exit(1 if unequal else 0)
