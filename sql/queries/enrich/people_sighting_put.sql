-- Notes contacts on pages of a company.
-- $1 company_id bigint, $2 contact_ids bigint[], $3 addresses text[], $4 titles text[]
-- $5 confidences bigint[], $6 seconds since 1970 when the page was looked at bigint[]
INSERT INTO contact_sighting AS s (tenant_id, contact_id, url, company_id, title, confidence, seen_at, checked_at)
SELECT app.tenant(), n.contact_id, n.url, $1, n.title, n.confidence, to_timestamp(n.at), to_timestamp(n.at)
FROM (SELECT DISTINCT ON (contact_id, url) *
    FROM unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::bigint[])
        AS g(contact_id, url, title, confidence, at)) AS n
ON CONFLICT (tenant_id, contact_id, url) DO UPDATE SET company_id = excluded.company_id,
    title = coalesce(excluded.title, s.title), confidence = excluded.confidence, missed = 0,
    seen_at = greatest(s.seen_at, excluded.seen_at), checked_at = greatest(s.checked_at, excluded.checked_at);
