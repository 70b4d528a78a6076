-- Writes what was found out about the addresses of contacts, where they still have them, and forgets
-- what was known of others that they had. How many changed their state.
-- $1 contact_ids bigint[], $2 addresses text[], $3 origins bigint[], $4 routes bigint[]
-- $5 answers bigint[], $6 catch_all bigint[], $7 flags bigint[], $8 states bigint[], $9 percents bigint[]
-- $10 proved now bigint[], $11 age in days bigint[]
WITH given AS MATERIALIZED (
    SELECT g.* FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[],
        $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])
        AS g(contact_id, address, origin, route, answer, catch_all, flags, state, percent, proved, age)
), there AS MATERIALIZED (
    SELECT g.*, o.email_state FROM given g
    CROSS JOIN LATERAL (SELECT o.email, o.email_state FROM contact o WHERE o.tenant_id = app.tenant()
        AND o.contact_id = g.contact_id AND o.deleted_at IS NULL OFFSET 0) AS o
    WHERE o.email = g.address
), noted AS (
    INSERT INTO email_check AS k (tenant_id, contact_id, address, origin, route, answer, catch_all, flags,
        state, percent, seen_at, checked_at)
    SELECT app.tenant(), t.contact_id, t.address, t.origin, t.route, t.answer, t.catch_all, t.flags,
        t.state, t.percent, CASE WHEN t.proved > 0 THEN now() ELSE now() - t.age * interval '1 day' END,
        now()
    FROM there t
    ON CONFLICT (tenant_id, contact_id, address) DO UPDATE SET route = excluded.route,
        answer = excluded.answer, catch_all = excluded.catch_all, flags = excluded.flags,
        state = excluded.state, percent = excluded.percent, checked_at = now(), place = 0,
        seen_at = greatest(k.seen_at, excluded.seen_at)
), others AS MATERIALIZED (
    SELECT k.contact_id, k.address FROM there t
    CROSS JOIN LATERAL (SELECT k.contact_id, k.address FROM email_check k WHERE k.tenant_id = app.tenant()
        AND k.contact_id = t.contact_id AND k.address <> t.address OFFSET 0) AS k
), forgotten AS (
    DELETE FROM email_check k USING others o
    WHERE k.tenant_id = app.tenant() AND k.contact_id = o.contact_id AND k.address = o.address
), told AS (
    UPDATE contact o SET email_state = t.state
    FROM there t
    WHERE o.tenant_id = app.tenant() AND o.contact_id = t.contact_id AND t.email_state <> t.state
    RETURNING 1
)
SELECT count(*) FROM told;
