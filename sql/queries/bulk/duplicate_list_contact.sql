-- Pairs of likely duplicates that nobody has decided on, the oldest records first.
-- $1 after low_id bigint, $2 and high_id bigint, $3 limit bigint
SELECT d.low_id, d.high_id, d.reason, coalesce(nullif(concat_ws(' ', a.first_name, a.last_name), ''), a.email, a.linkedin_key, 'No name') AS low, concat_ws(' · ', a.job_title, a.email, a.phone) AS low_detail,
    coalesce(nullif(concat_ws(' ', b.first_name, b.last_name), ''), b.email, b.linkedin_key, 'No name') AS high, concat_ws(' · ', b.job_title, b.email, b.phone) AS high_detail
FROM duplicate d
JOIN contact a ON a.tenant_id = d.tenant_id AND a.contact_id = d.low_id AND a.deleted_at IS NULL
JOIN contact b ON b.tenant_id = d.tenant_id AND b.contact_id = d.high_id AND b.deleted_at IS NULL
WHERE d.tenant_id = app.tenant() AND d.entity = 2 AND d.kept_at IS NULL
    AND (d.low_id, d.high_id) > ($1, $2)
ORDER BY d.low_id, d.high_id LIMIT $3;
