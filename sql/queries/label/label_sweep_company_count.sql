-- How many companies a sweep is about, and how many of those are in the trash.
-- $1 what text, $2 id bigint, $3 key text, $4 values jsonb
SELECT count(*) FILTER (WHERE deleted_at IS NULL) AS live, count(*) FILTER (WHERE deleted_at IS NOT NULL) AS trashed
FROM company
WHERE tenant_id = app.tenant() AND CASE $1::text
    WHEN 'tag' THEN $2::bigint = ANY (tag_ids)
    WHEN 'list' THEN $2::bigint = ANY (list_ids)
    WHEN 'owner' THEN owner_id = $2::bigint
    ELSE custom ? $3::text AND ($4::jsonb IS NULL OR $4::jsonb ? (custom ->> $3::text)) END;
