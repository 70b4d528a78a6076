-- Whether a signal was rightly found at a company, as a person says.
-- $1 company_id bigint, $2 signal text, $3 is_right boolean
INSERT INTO score_verdict (tenant_id, company_id, signal, is_right, by)
SELECT app.tenant(), c.company_id, $2, $3, app.actor() FROM score c
WHERE c.tenant_id = app.tenant() AND c.company_id = $1 AND $2 = ANY (c.signals)
ON CONFLICT (tenant_id, company_id, signal) DO UPDATE SET is_right = excluded.is_right, by = excluded.by,
    at = now();
