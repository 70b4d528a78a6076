-- Where a contact was seen, the latest first.
-- $1 contact_id bigint
SELECT s.url, s.title, s.confidence, (extract(epoch FROM s.first_seen_at) * 1000)::bigint AS first_seen_ms,
    (extract(epoch FROM s.seen_at) * 1000)::bigint AS seen_ms,
    (extract(epoch FROM s.checked_at) * 1000)::bigint AS checked_ms, s.missed,
    coalesce(s.company_id = o.company_id, false) AS current
FROM contact_sighting s JOIN contact o ON o.tenant_id = s.tenant_id AND o.contact_id = s.contact_id
WHERE s.tenant_id = app.tenant() AND s.contact_id = $1
ORDER BY s.seen_at DESC, s.url LIMIT 20;
