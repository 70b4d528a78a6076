-- What is known of the addresses of one contact: its own (place 0), or the candidates in order.
-- $1 contact_id bigint
SELECT k.address, k.origin, k.place, k.pattern, k.permille, k.matching, k.samples, k.page_url, k.route,
    k.answer, k.catch_all, k.flags, k.state,
    greatest(0, extract(day FROM now() - k.seen_at))::bigint AS age_days,
    (extract(epoch FROM k.checked_at) * 1000)::bigint AS checked_ms
FROM email_check k
JOIN contact o ON o.tenant_id = k.tenant_id AND o.contact_id = k.contact_id
WHERE k.tenant_id = app.tenant() AND k.contact_id = $1
    AND CASE WHEN o.email IS NULL THEN k.place > 0 ELSE k.place = 0 AND k.address = o.email END
ORDER BY k.place;
