-- Everybody at the companies of these contacts, at most 500 each, those with an address first: who an
-- address is looked for, and whose addresses show how they are built there; and those of them who have
-- no company, with 0 for it.
-- $1 contact_ids bigint[]
SELECT p.contact_id, p.company_id, p.first_name AS first, p.last_name AS last, p.email,
    c.domain AS company_domain, p.contact_id = ANY ($1::bigint[]) AS wanted,
    p.email IS NOT NULL AND p.email_state <> 6
        AND coalesce(k.origin <> 3 OR k.answer = 1 OR k.flags & 128 > 0, true) AS teaches
FROM (SELECT DISTINCT o.company_id FROM contact o WHERE o.tenant_id = app.tenant()
        AND o.contact_id = ANY ($1::bigint[]) AND o.deleted_at IS NULL) AS e
JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = e.company_id AND c.deleted_at IS NULL
CROSS JOIN LATERAL (SELECT q.contact_id, q.company_id, q.first_name, q.last_name, q.email, q.email_state
    FROM contact q WHERE q.tenant_id = app.tenant() AND q.company_id = e.company_id
        AND q.deleted_at IS NULL
    ORDER BY q.contact_id = ANY ($1::bigint[]) DESC, q.email IS NULL, q.contact_id LIMIT 500) AS p
LEFT JOIN email_check k ON k.tenant_id = app.tenant() AND k.contact_id = p.contact_id
    AND k.address = p.email
UNION ALL
SELECT o.contact_id, 0, o.first_name, o.last_name, o.email, NULL, true, false
FROM contact o
WHERE o.tenant_id = app.tenant() AND o.contact_id = ANY ($1::bigint[]) AND o.deleted_at IS NULL
    AND NOT EXISTS (SELECT FROM company c WHERE c.tenant_id = app.tenant()
        AND c.company_id = o.company_id AND c.deleted_at IS NULL)
ORDER BY company_id, contact_id;
