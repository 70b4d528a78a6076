-- Writes what a company's site is built with, over what was known.
-- $1 company_id bigint, $2 keys text[], $3 versions text[], $4 addresses text[], $5 evidence text[]
WITH seen AS (
    INSERT INTO company_technology AS t (tenant_id, company_id, technology, version, url, evidence)
    SELECT app.tenant(), $1, n.key, n.version, n.url, n.evidence
    FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS n(key, version, url, evidence)
    ON CONFLICT (tenant_id, company_id, technology) DO UPDATE
    SET version = excluded.version, url = excluded.url, evidence = excluded.evidence, seen_at = now()
)
DELETE FROM company_technology
WHERE tenant_id = app.tenant() AND company_id = $1 AND technology <> ALL ($2::text[]);
