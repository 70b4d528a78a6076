-- Where they work, and what speaks against writing to anybody there.
-- $1 company_ids bigint[]
SELECT o.company_id, o.name, o.domain, app.contact_bar(true, NULL, o.status, (SELECT t.verdict FROM triage t
        WHERE t.tenant_id = app.tenant() AND t.company_id = o.company_id)) AS bar
FROM company o WHERE o.tenant_id = app.tenant() AND o.company_id = ANY ($1::bigint[]) AND o.deleted_at IS NULL
