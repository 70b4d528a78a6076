-- Pairs of likely duplicates that nobody has decided on, the oldest records first.
-- $1 after low_id bigint, $2 and high_id bigint, $3 limit bigint
SELECT d.low_id, d.high_id, d.reason, a.name AS low, concat_ws(' · ', a.domain, a.city, a.country) AS low_detail,
    b.name AS high, concat_ws(' · ', b.domain, b.city, b.country) AS high_detail
FROM duplicate d
JOIN company a ON a.tenant_id = d.tenant_id AND a.company_id = d.low_id AND a.deleted_at IS NULL
JOIN company b ON b.tenant_id = d.tenant_id AND b.company_id = d.high_id AND b.deleted_at IS NULL
WHERE d.tenant_id = app.tenant() AND d.entity = 1 AND d.kept_at IS NULL
    AND (d.low_id, d.high_id) > ($1, $2)
ORDER BY d.low_id, d.high_id LIMIT $3;
