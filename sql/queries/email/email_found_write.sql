-- Writes the addresses that were found (place 0: the contact has it now) or built (place from 1: the
-- contact has none), in place of candidates from before, and tells the contacts their state.
-- $1 contact_ids bigint[], $2 addresses text[], $3 origins bigint[], $4 places bigint[]
-- $5 patterns bigint[], $6 permille bigint[], $7 matching bigint[], $8 samples bigint[]
-- $9 page_urls text[], $10 routes bigint[], $11 answers bigint[], $12 catch_all bigint[]
-- $13 flags bigint[], $14 states bigint[], $15 percents bigint[]
WITH given AS MATERIALIZED (
    SELECT g.* FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[],
        $7::bigint[], $8::bigint[], $9::text[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[],
        $14::bigint[], $15::bigint[]) AS g(contact_id, address, origin, place, pattern, permille, matching,
        samples, page_url, route, answer, catch_all, flags, state, percent)
    CROSS JOIN LATERAL (SELECT o.email FROM contact o WHERE o.tenant_id = app.tenant()
        AND o.contact_id = g.contact_id AND o.deleted_at IS NULL OFFSET 0) AS o
    WHERE CASE WHEN g.place = 0 THEN o.email = g.address ELSE o.email IS NULL END
), forgotten AS (
    DELETE FROM email_check k
    WHERE k.tenant_id = app.tenant() AND k.contact_id IN (SELECT g.contact_id FROM given g)
        AND NOT EXISTS (SELECT FROM given g WHERE g.contact_id = k.contact_id AND g.address = k.address)
), noted AS (
    INSERT INTO email_check AS k (tenant_id, contact_id, address, origin, place, pattern, permille,
        matching, samples, page_url, route, answer, catch_all, flags, state, percent, checked_at)
    SELECT app.tenant(), g.contact_id, g.address, g.origin, g.place, g.pattern, g.permille, g.matching,
        g.samples, g.page_url, g.route, g.answer, g.catch_all, g.flags, g.state, g.percent, now()
    FROM given g
    ON CONFLICT (tenant_id, contact_id, address) DO UPDATE SET origin = excluded.origin,
        place = excluded.place, pattern = excluded.pattern, permille = excluded.permille,
        matching = excluded.matching, samples = excluded.samples, page_url = excluded.page_url,
        route = excluded.route, answer = excluded.answer, catch_all = excluded.catch_all,
        flags = excluded.flags, state = excluded.state, percent = excluded.percent,
        seen_at = now(), checked_at = now()
)
UPDATE contact o SET email_state = g.state
FROM given g
WHERE o.tenant_id = app.tenant() AND o.contact_id = g.contact_id AND g.place <= 1
    AND o.email_state <> g.state;
