-- A tenant of :companies companies and :contacts contacts with the skew that lists have in life: few
-- industries and tags on most records, long tails of titles and countries, names that repeat.
-- psql -v tenant=ID -v companies=N -v contacts=N
SET synchronous_commit = off;
SET work_mem = '64MB';
SELECT setseed(0.42);
CREATE TEMP TABLE word AS SELECT i, w, lower(w) AS k FROM (SELECT i, (ARRAY['Anna','Bruno','Carla','David',
    'Eva','Frank','Greta','Hugo','Ines','Jan','Klara','Leo','Marta','Nils','Olga','Petr','Rosa','Sven','Tina',
    'Uwe','Vera','Wim','Xenia','Yann','Zora'])[i % 25 + 1] ||
    (ARRAY['','ka','lin','son','berg','feld','ova','ski','mann','sen','dal','holm','rich','wald','stein','hoff'])
    [i / 25 % 16 + 1] || (ARRAY['','a','er','i','o'])[i / 400 % 5 + 1] AS w FROM generate_series(0, 1999) AS i) AS s;
CREATE UNIQUE INDEX ON word (i) INCLUDE (w, k);
CREATE TEMP TABLE title AS SELECT i, w, lower(w) AS k FROM (SELECT i,
    (ARRAY['Sales','Account','Marketing','Product','Software','Data','Finance','People','Operations','Customer',
    'Regional','Key Account','Business','Project','IT','Quality','Supply Chain','Legal','Growth','Brand'])[i % 20 + 1]
    || ' ' || (ARRAY['Manager','Director','Lead','Specialist','Engineer','Analyst','Head','VP','Officer','Assistant'])
    [i / 20 % 10 + 1] || CASE WHEN i < 200 THEN '' ELSE ' ' || (i / 200) END AS w FROM generate_series(0, 19999) AS i) AS s;
CREATE UNIQUE INDEX ON title (i) INCLUDE (w, k);
INSERT INTO tag (tenant_id, name, name_key) SELECT :tenant, 'tag ' || i, 'tag ' || i FROM generate_series(1, 200) AS i;
INSERT INTO list (tenant_id, name, name_key) SELECT :tenant, 'list ' || i, 'list ' || i FROM generate_series(1, 50) AS i;
INSERT INTO user_account (email, email_key, name)
    SELECT e, e, 'Owner ' || i FROM generate_series(1, 20) AS i, LATERAL (SELECT 'o' || i || '.' || :tenant || '@x.example' AS e) AS x;
INSERT INTO membership (tenant_id, user_id, role)
    SELECT :tenant, user_id, 'editor' FROM user_account WHERE email LIKE 'o%.' || :tenant || '@x.example';
CREATE TEMP TABLE ground AS SELECT (SELECT array_agg(((ascii(c) - 65) * 26 + ascii(right(c, 1)) - 64)) FROM unnest(string_to_array(
        'DE US FR GB CZ AT CH NL SE PL IT ES DK NO FI BE IE PT HU RO SK CA AU JP IN BR MX ZA TR GR', ' ')) AS c) AS countries,
    (SELECT array_agg(tag_id ORDER BY tag_id) FROM tag WHERE tenant_id = :tenant) AS tags,
    (SELECT array_agg(list_id ORDER BY list_id) FROM list WHERE tenant_id = :tenant) AS lists,
    (SELECT array_agg(user_id ORDER BY user_id) FROM user_account WHERE email LIKE 'o%.' || :tenant || '@x.example') AS users,
    nextval('company_company_id_seq') AS company, nextval('contact_contact_id_seq') AS contact;
SELECT setval('company_company_id_seq', (SELECT company + :companies FROM ground)),
    setval('contact_contact_id_seq', (SELECT contact + :contacts FROM ground)) \g /dev/null

CREATE FUNCTION pg_temp.skew(n integer) RETURNS integer LANGUAGE sql VOLATILE AS $$ SELECT floor(n * power(random(), 2.5))::integer $$;

INSERT INTO company (tenant_id, company_id, name, domain, city, source, owner_id, tag_ids, list_ids, codes,
    created_at, updated_at, checked_at, name_key, search, sort_name)
SELECT :tenant, g.company + r, n.name, n.domain, n.w, 'Source ' || pg_temp.skew(12),
    CASE WHEN random() < 0.7 THEN g.users[pg_temp.skew(20) + 1] END,
    CASE WHEN random() < 0.4 THEN ARRAY[g.tags[pg_temp.skew(200) + 1]] END, NULL,
    ARRAY[pg_temp.skew(23), pg_temp.skew(6), pg_temp.skew(9), pg_temp.skew(6), g.countries[pg_temp.skew(30) + 1], pg_temp.skew(7),
        pg_temp.skew(7), 30 + floor(70 * random())::integer, 1, (random() < 0.6)::integer, (random() < 0.5)::integer]::smallint[],
    now() - random() * interval '900 days', now() - random() * interval '300 days', now() - random() * interval '150 days',
    lower(n.name), lower(n.name || ' ' || n.domain), lower(n.name)
FROM ground AS g, generate_series(0, :companies - 1) AS r, LATERAL (SELECT w.w,
    w.w || ' ' || (ARRAY['Systems','Group','Labs','Consulting','Foods','Energy','Logistics','Media'])[r % 8 + 1] || ' ' || r AS name,
    w.k || r || '.example.com' AS domain FROM word AS w WHERE w.i = r * 7 % 2000) AS n;

INSERT INTO contact (tenant_id, contact_id, first_name, last_name, email, job_title, title_key, company_id, source, owner_id,
    tag_ids, list_ids, codes, created_at, updated_at, checked_at, name_key, search, sort_name)
SELECT :tenant, g.contact + r, f.w, l.w, m.email, t.w, t.k,
    CASE WHEN r % 20 > 0 THEN g.company + (power(random(), 1.5) * (:companies - 1))::bigint END, 'Source ' || pg_temp.skew(12),
    CASE WHEN random() < 0.7 THEN g.users[pg_temp.skew(20) + 1] END,
    CASE WHEN random() < 0.8 THEN ARRAY[g.tags[pg_temp.skew(200) + 1], g.tags[pg_temp.skew(200) + 1], g.tags[pg_temp.skew(200) + 1]] END,
    CASE WHEN random() < 0.2 THEN ARRAY[g.lists[pg_temp.skew(50) + 1]] END,
    ARRAY[pg_temp.skew(8), pg_temp.skew(11), pg_temp.skew(4), pg_temp.skew(5), pg_temp.skew(8),
        CASE WHEN random() < 0.5 THEN g.countries[pg_temp.skew(30) + 1] ELSE 0 END, 20 + floor(80 * random())::integer, (random() < 0.6)::integer,
        (random() < 0.4)::integer]::smallint[],
    now() - random() * interval '900 days', now() - random() * interval '300 days', now() - random() * interval '150 days',
    f.k || ' ' || l.k, f.k || ' ' || l.k || ' ' || m.email || ' ' || t.k, l.k || ' ' || f.k
FROM ground AS g, (SELECT r, pg_temp.skew(20000) AS title FROM generate_series(0, :contacts - 1) AS r OFFSET 0) AS s
JOIN word AS f ON f.i = r * 13 % 2000
JOIN word AS l ON l.i = (r * 31 + r / 2000) % 2000
JOIN title AS t ON t.i = s.title,
    LATERAL (SELECT f.k || '.' || l.k || r || '@example.com' AS email) AS m;
VACUUM ANALYZE company, contact;
