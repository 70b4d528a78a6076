-- Companies to choose from: by the beginning of the name or of the domain.
-- $1 folded beginning text, $2 the end of names that begin so text, $3 limit bigint
(SELECT company_id AS record_id, name, domain, city FROM company
    WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND sort_name >= $1 AND sort_name < $2
    ORDER BY sort_name, company_id LIMIT $3)
UNION
(SELECT company_id, name, domain, city FROM company
    WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL AND domain = $1)
ORDER BY name, record_id LIMIT $3;
