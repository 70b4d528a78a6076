-- Duplicates that were kept on purpose, each with the record it was kept beside.
-- $1 after the other's id bigint, $2 and its own id bigint, $3 limit bigint
SELECT b.duplicate_of AS low_id, b.company_id AS high_id, 'kept' AS reason, a.name AS low,
    concat_ws(' · ', a.domain, a.city, a.country) AS low_detail,
    b.name AS high, concat_ws(' · ', b.domain, b.city, b.country) AS high_detail
FROM company b
JOIN company a ON a.tenant_id = b.tenant_id AND a.company_id = b.duplicate_of AND a.deleted_at IS NULL
WHERE b.tenant_id = app.tenant() AND b.duplicate_of IS NOT NULL AND b.deleted_at IS NULL
    AND (b.duplicate_of, b.company_id) > ($1, $2)
ORDER BY b.duplicate_of, b.company_id LIMIT $3;
