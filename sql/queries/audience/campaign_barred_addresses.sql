-- What the gate is to be asked about contacts: their address and the domain of their company.
-- $1 ids bigint[]
SELECT p.contact_id, a.address
FROM contact p
CROSS JOIN LATERAL (SELECT p.email AS address UNION ALL
    SELECT '@' || c.domain FROM company c WHERE c.tenant_id = app.tenant() AND c.company_id = p.company_id) a
WHERE p.tenant_id = app.tenant() AND p.contact_id = ANY ($1::bigint[]) AND a.address IS NOT NULL
