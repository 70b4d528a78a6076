-- What speaks against writing to a contact, but for the suppression list; NULL: nothing.
CREATE FUNCTION app.contact_bar(is_there boolean, status text, company_status text, verdict smallint)
RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN NOT is_there THEN 'gone' WHEN status = 'disqualified' THEN 'disqualified'
        WHEN company_status = 'disqualified' THEN 'company' WHEN verdict = 3 THEN 'triage' END
$$;
GRANT EXECUTE ON FUNCTION app.contact_bar(boolean, text, text, smallint) TO leadgen_app, leadgen_batch;

-- Contacts that somebody wants in a campaign: why not (NULL: they may), and whether another active
-- campaign has them. `barred` and `bars`: those of them whom the gate refuses, and why.
DROP FUNCTION app.campaign_candidates(bigint, bigint[], bigint[]);
CREATE FUNCTION app.campaign_candidates(campaign bigint, ids bigint[], barred bigint[], bars text[])
RETURNS TABLE (contact_id bigint, why text, busy boolean, score integer) LANGUAGE sql STABLE AS $$
    SELECT i.id,
        CASE WHEN x.contact_id IS NOT NULL THEN 'already'
            WHEN b.bar IS NOT NULL THEN b.bar
            WHEN EXISTS (SELECT FROM contact o WHERE o.tenant_id = app.tenant()
                AND o.contact_id = p.duplicate_of AND o.deleted_at IS NULL) THEN 'duplicate' END,
        EXISTS (SELECT FROM campaign_person q JOIN campaign g ON g.tenant_id = q.tenant_id
                AND g.campaign_id = q.campaign_id
            WHERE q.tenant_id = app.tenant() AND q.contact_id = i.id AND q.campaign_id <> campaign
                AND q.state <> 'excluded' AND g.deleted_at IS NULL
                AND g.state IN ('ready', 'generating', 'review', 'approved', 'sending', 'paused')),
        c.score
    FROM (SELECT DISTINCT unnest(ids) AS id) i
    LEFT JOIN LATERAL (SELECT p.duplicate_of, p.company_id FROM contact p
        WHERE p.tenant_id = app.tenant() AND p.contact_id = i.id AND p.deleted_at IS NULL OFFSET 0) p ON true
    LEFT JOIN LATERAL (SELECT c.score FROM company c WHERE c.tenant_id = app.tenant()
        AND c.company_id = p.company_id AND c.deleted_at IS NULL OFFSET 0) c ON true
    LEFT JOIN LATERAL (SELECT x.contact_id FROM campaign_person x WHERE x.tenant_id = app.tenant()
        AND x.campaign_id = campaign AND x.contact_id = i.id OFFSET 0) x ON true
    LEFT JOIN (SELECT DISTINCT ON (u.id) u.id, u.bar FROM unnest(barred, bars) AS u(id, bar)) b ON b.id = i.id
$$;
GRANT EXECUTE ON FUNCTION app.campaign_candidates(bigint, bigint[], bigint[], text[]) TO leadgen_app, leadgen_batch;

-- As before, but each domain is taken apart and looked up once, however many addresses are there, and kinds of
-- entries that nobody has made are not looked for.
CREATE OR REPLACE FUNCTION app.suppressed(emails text[], hashes text[])
RETURNS TABLE (place bigint, reason text)
LANGUAGE sql STABLE AS $$
    WITH asked AS MATERIALIZED (
        SELECT a.email, a.hash, a.place, split_part(a.email, '@', 2) AS domain
        FROM unnest(emails, hashes) WITH ORDINALITY AS a(email, hash, place) WHERE a.email IS NOT NULL
    ), domains AS MATERIALIZED (
        SELECT d.domain, min(s.reason) AS reason
        FROM (SELECT DISTINCT domain, string_to_array(domain, '.') AS parts FROM asked) d
        CROSS JOIN LATERAL generate_series(1, cardinality(d.parts)) AS n
        CROSS JOIN LATERAL (SELECT s.reason FROM suppression s WHERE s.tenant_id = app.tenant()
            AND s.kind = 'domain' AND s.value = array_to_string(d.parts[n:], '.') OFFSET 0) s
        WHERE EXISTS (SELECT FROM suppression e WHERE e.tenant_id = app.tenant() AND e.kind = 'domain')
        GROUP BY d.domain
    )
    SELECT f.place, min(f.reason) FROM (
        SELECT a.place, s.reason FROM asked a
        CROSS JOIN LATERAL (SELECT s.reason FROM suppression s WHERE s.tenant_id = app.tenant()
            AND s.kind = 'email' AND s.value = a.email OFFSET 0) s
        WHERE EXISTS (SELECT FROM suppression e WHERE e.tenant_id = app.tenant() AND e.kind = 'email')
        UNION ALL
        SELECT a.place, s.reason FROM asked a
        CROSS JOIN LATERAL (SELECT s.reason FROM suppression s WHERE s.tenant_id = app.tenant()
            AND s.kind = 'hash' AND s.value = a.hash OFFSET 0) s
        WHERE a.hash IS NOT NULL
        UNION ALL
        SELECT a.place, d.reason FROM asked a JOIN domains d ON d.domain = a.domain
    ) f
    GROUP BY f.place
$$;
