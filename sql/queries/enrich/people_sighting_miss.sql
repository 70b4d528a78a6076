-- Counts those who are no longer on pages that were looked at since; once for each look.
-- $1 company_id bigint, $2 addresses text[], $3 seconds since 1970 bigint[]
UPDATE contact_sighting s SET missed = least(s.missed + 1, 1000)::smallint, checked_at = to_timestamp(p.at)
FROM unnest($2::text[], $3::bigint[]) AS p(url, at)
WHERE s.tenant_id = app.tenant() AND s.company_id = $1 AND s.url = p.url AND s.checked_at < to_timestamp(p.at);
