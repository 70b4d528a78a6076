-- What became of a result.
-- $1 query_id bigint, $2 key text, $3 run bigint, $4 rank bigint, $5 url text, $6 title text
-- $7 verdict text, $8 reason text, $9 company_id bigint
INSERT INTO discovery_find AS f (tenant_id, query_id, key, run, rank, url, title, verdict, reason, company_id)
VALUES (app.tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (tenant_id, query_id, key) DO UPDATE SET run = excluded.run, rank = excluded.rank,
    url = excluded.url, title = excluded.title, verdict = excluded.verdict, reason = excluded.reason,
    company_id = coalesce(excluded.company_id, f.company_id);
