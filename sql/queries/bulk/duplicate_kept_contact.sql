-- Duplicates that were kept on purpose, each with the record it was kept beside.
-- $1 after the other's id bigint, $2 and its own id bigint, $3 limit bigint
SELECT b.duplicate_of AS low_id, b.contact_id AS high_id, 'kept' AS reason, coalesce(nullif(concat_ws(' ', a.first_name, a.last_name), ''), a.email, a.linkedin_key, 'No name') AS low,
    concat_ws(' · ', a.job_title, a.email, a.phone) AS low_detail,
    coalesce(nullif(concat_ws(' ', b.first_name, b.last_name), ''), b.email, b.linkedin_key, 'No name') AS high, concat_ws(' · ', b.job_title, b.email, b.phone) AS high_detail
FROM contact b
JOIN contact a ON a.tenant_id = b.tenant_id AND a.contact_id = b.duplicate_of AND a.deleted_at IS NULL
WHERE b.tenant_id = app.tenant() AND b.duplicate_of IS NOT NULL AND b.deleted_at IS NULL
    AND (b.duplicate_of, b.contact_id) > ($1, $2)
ORDER BY b.duplicate_of, b.contact_id LIMIT $3;
