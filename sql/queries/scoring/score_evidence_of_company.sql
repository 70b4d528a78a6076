-- Which pages show the signals of a company.
-- $1 company_id bigint
SELECT e.signal, e.url, e.before, e.found, e.after, e.places::bigint AS places, e.percent::bigint AS percent
FROM score_evidence e WHERE e.tenant_id = app.tenant() AND e.company_id = $1
ORDER BY e.signal, e.place;
