-- The next companies that a sweep is about, in the order of their ids.
-- $1 what text, $2 id bigint, $3 key text, $4 values jsonb, $5 after bigint, $6 limit bigint
SELECT company_id AS record_id
FROM company
WHERE tenant_id = app.tenant() AND company_id > $5 AND CASE $1::text
    WHEN 'tag' THEN $2::bigint = ANY (tag_ids)
    WHEN 'list' THEN $2::bigint = ANY (list_ids)
    WHEN 'owner' THEN owner_id = $2::bigint
    ELSE custom ? $3::text AND ($4::jsonb IS NULL OR $4::jsonb ? (custom ->> $3::text)) END
ORDER BY company_id LIMIT $6;
