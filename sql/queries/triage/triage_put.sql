-- Writes what the rules say of companies; what a person decided stands.
-- $1 ids bigint[], $2 verdicts bigint[], $3 reasons text[] of JSON, $4 rules_version bigint
INSERT INTO triage AS t (tenant_id, company_id, ruled, reasons, rules_version)
SELECT app.tenant(), r.company_id, r.ruled::smallint, r.reasons::jsonb, $4
FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS r (company_id, ruled, reasons)
ON CONFLICT (tenant_id, company_id) DO UPDATE
SET ruled = excluded.ruled, reasons = excluded.reasons, rules_version = excluded.rules_version,
    ruled_at = now()
WHERE (t.ruled, t.reasons, t.rules_version)
    IS DISTINCT FROM (excluded.ruled, excluded.reasons, excluded.rules_version);
