-- The addresses of contacts with what is known of them, in the order of the ids.
-- $1 contact_ids bigint[]
SELECT o.contact_id, o.email AS address, coalesce(k.origin, 1) AS origin, coalesce(k.pattern, 0) AS pattern,
    coalesce(k.permille, 0) AS permille, coalesce(k.matching, 0) AS matching,
    coalesce(k.samples, 0) AS samples, coalesce(k.answer, 0) AS answer,
    coalesce(k.flags, 0) AS flags,
    greatest(0, extract(day FROM now() - coalesce(k.seen_at, o.checked_at)))::bigint AS age_days
FROM unnest($1::bigint[]) WITH ORDINALITY AS i(id, place)
JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = i.id
-- OFFSET 0: one look-up each by its key, whatever the planner thinks of a table that was empty just now
LEFT JOIN LATERAL (SELECT k.origin, k.pattern, k.permille, k.matching, k.samples, k.answer, k.flags,
        k.seen_at FROM email_check k WHERE k.tenant_id = app.tenant()
    AND k.contact_id = o.contact_id AND k.address = o.email OFFSET 0) AS k ON true
WHERE o.deleted_at IS NULL
ORDER BY i.place;
