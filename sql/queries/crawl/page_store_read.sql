-- Pages of companies: the home page first, then by kind and address.
-- $1 company_ids bigint[], $2 with text boolean, $3 with body boolean, $4 gone ones too boolean
SELECT p.company_id, p.page_id, p.kind, p.url, p.http_status,
    extract(epoch FROM p.fetched_at)::bigint AS fetched_at,
    extract(epoch FROM p.checked_at)::bigint AS checked_at,
    extract(epoch FROM p.changed_at)::bigint AS changed_at,
    p.etag, p.last_modified, p.sha256, p.title, p.description, p.language,
    CASE WHEN $2 THEN p.text END AS text, CASE WHEN $2 THEN p.frame_text END AS frame_text,
    CASE WHEN $3 THEN p.body END AS packed, p.gone_at IS NOT NULL AS gone
FROM page p
WHERE p.tenant_id = app.tenant() AND p.company_id = ANY ($1) AND (p.gone_at IS NULL OR $4)
ORDER BY p.company_id, p.kind <> 1, p.kind, p.url COLLATE "C";
