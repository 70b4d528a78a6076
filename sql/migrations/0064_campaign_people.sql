-- People of campaigns: adding them, what is known of them, and what the fix of a conflict changed.

-- Asked for, then done at once or by a job (src/domain/campaign/campaign_adding.h).
CREATE TABLE campaign_adding (
    tenant_id bigint NOT NULL,
    adding_id bigint GENERATED ALWAYS AS IDENTITY,
    campaign_id bigint,                        -- NULL until one is chosen
    entity smallint NOT NULL CONSTRAINT campaign_adding_entity CHECK (entity IN (1, 2)), -- of filter and ids
    filter text NOT NULL,                      -- text of a list
    ids bigint[],                              -- chosen by hand; once it runs, all contacts
    how text NOT NULL,                         -- as campaign_person.how
    skip_busy boolean NOT NULL DEFAULT false,  -- without those who are in other active campaigns
    state text NOT NULL DEFAULT 'asked' CONSTRAINT campaign_adding_state CHECK (state IN
        ('asked', 'waiting', 'done', 'cancelled', 'failed')),
    total bigint NOT NULL DEFAULT 0,
    done bigint NOT NULL DEFAULT 0,
    added bigint NOT NULL DEFAULT 0,
    error text,
    job_id bigint,
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, adding_id),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign
);
SELECT app.protect('campaign_adding');

ALTER TABLE campaign_person ADD COLUMN adding_id bigint; -- with which others they came

-- A check by a job is there before it has ended.
ALTER TABLE campaign_check ADD COLUMN finished_at timestamptz;
ALTER TABLE campaign_check ADD COLUMN job_id bigint;

-- What a fix replaced, for its undo.
ALTER TABLE campaign_conflict_person ADD COLUMN changed boolean NOT NULL DEFAULT false;
ALTER TABLE campaign_conflict_person ADD COLUMN was_not_before date;
ALTER TABLE campaign_conflict_person ADD COLUMN was_channels text[];

-- Contacts that somebody wants in a campaign: why not (NULL: they may), and whether another active
-- campaign has them. `suppressed`: those of them that the gate refuses.
CREATE FUNCTION app.campaign_candidates(campaign bigint, ids bigint[], suppressed bigint[])
RETURNS TABLE (contact_id bigint, why text, busy boolean, score integer) LANGUAGE sql STABLE AS $$
    SELECT i.id,
        CASE WHEN p.contact_id IS NULL OR p.erased_at IS NOT NULL THEN 'gone'
            WHEN x.contact_id IS NOT NULL THEN 'already'
            WHEN s.id IS NOT NULL THEN 'suppressed'
            WHEN p.codes[5] = 7 THEN 'disqualified'
            WHEN c.codes[6] = 6 THEN 'company'
            WHEN c.verdict = 3 THEN 'triage'
            WHEN EXISTS (SELECT FROM contact o WHERE o.tenant_id = app.tenant()
                AND o.contact_id = p.duplicate_of AND o.deleted_at IS NULL) THEN 'duplicate' END,
        EXISTS (SELECT FROM campaign_person q JOIN campaign g ON g.tenant_id = q.tenant_id
                AND g.campaign_id = q.campaign_id
            WHERE q.tenant_id = app.tenant() AND q.contact_id = i.id AND q.campaign_id <> campaign
                AND q.state <> 'excluded' AND g.deleted_at IS NULL
                AND g.state IN ('ready', 'generating', 'review', 'approved', 'sending', 'paused')),
        c.score
    FROM (SELECT DISTINCT unnest(ids) AS id) i
    LEFT JOIN LATERAL (SELECT p.contact_id, p.erased_at, p.codes, p.duplicate_of, p.company_id FROM contact p
        WHERE p.tenant_id = app.tenant() AND p.contact_id = i.id AND p.deleted_at IS NULL OFFSET 0) p ON true
    LEFT JOIN LATERAL (SELECT c.codes, c.score, (SELECT t.verdict FROM triage t
            WHERE t.tenant_id = app.tenant() AND t.company_id = c.company_id) AS verdict
        FROM company c WHERE c.tenant_id = app.tenant() AND c.company_id = p.company_id
            AND c.deleted_at IS NULL OFFSET 0) c ON true
    LEFT JOIN LATERAL (SELECT x.contact_id FROM campaign_person x WHERE x.tenant_id = app.tenant()
        AND x.campaign_id = campaign AND x.contact_id = i.id OFFSET 0) x ON true
    LEFT JOIN (SELECT DISTINCT unnest(suppressed) AS id) s ON s.id = i.id
$$;

-- People of a campaign who are not left out, by what letters and checks go by. address: 0 none, 1 one
-- that mail may reach, 2 one that is known to be wrong. gone: deleted since. `ids` NULL: all. Each is looked
-- up by its key: PostgreSQL knows too little of a tenant's size to be trusted with a join.
CREATE FUNCTION app.campaign_people(campaign bigint, ids bigint[])
RETURNS TABLE (contact_id bigint, company_id bigint, address integer, email_kind integer, linkedin boolean,
    phone boolean, country text, status integer, company_status integer, tier integer, verdict integer,
    employment integer, skip_channels text[], not_before date, domain text, gone boolean)
LANGUAGE sql STABLE AS $$
    SELECT p.contact_id, o.company_id,
        CASE WHEN o.email IS NULL THEN 0 WHEN o.email_state = 6 THEN 2 ELSE 1 END,
        coalesce(o.codes[4], 0)::integer, o.linkedin_url IS NOT NULL,
        o.phone IS NOT NULL OR o.mobile_phone IS NOT NULL, coalesce(o.country, c.country),
        coalesce(o.codes[5], 0)::integer, coalesce(c.codes[6], 0)::integer, coalesce(c.codes[7], 0)::integer,
        coalesce(t.verdict, 0)::integer, coalesce(o.employment, 0)::integer, p.skip_channels, p.not_before,
        c.domain, o.contact_id IS NULL
    FROM campaign_person p
    LEFT JOIN LATERAL (SELECT o.* FROM contact o WHERE o.tenant_id = app.tenant() AND o.contact_id = p.contact_id
        AND o.deleted_at IS NULL AND o.erased_at IS NULL OFFSET 0) o ON true
    LEFT JOIN LATERAL (SELECT c.company_id, c.codes, c.country, c.domain FROM company c
        WHERE c.tenant_id = app.tenant() AND c.company_id = o.company_id AND c.deleted_at IS NULL OFFSET 0) c ON true
    LEFT JOIN LATERAL (SELECT t.verdict FROM triage t WHERE t.tenant_id = app.tenant()
        AND t.company_id = c.company_id OFFSET 0) t ON true
    WHERE p.tenant_id = app.tenant() AND p.campaign_id = campaign AND p.state <> 'excluded'
        AND (ids IS NULL OR p.contact_id = ANY (ids))
$$;

-- Which ways the steps of a campaign need; all three while it has none.
CREATE FUNCTION app.campaign_ways(campaign bigint, OUT email boolean, OUT linkedin boolean, OUT phone boolean)
LANGUAGE sql STABLE AS $$
    SELECT coalesce(bool_or(s.channel = 'email'), true),
        coalesce(bool_or(s.channel IN ('linkedin_connect', 'linkedin_message')), true),
        coalesce(bool_or(s.channel = 'call'), true)
    FROM campaign_step s WHERE s.tenant_id = app.tenant() AND s.campaign_id = campaign AND s.is_on
$$;

-- What the research of people lacks: stages that have no answer or failed. ready: 1 yes, 2 research is
-- missing, 3 no step can reach them and nothing is left to try.
CREATE FUNCTION app.campaign_readiness(campaign bigint, ids bigint[])
RETURNS TABLE (contact_id bigint, company_id bigint, of_company text[], of_person text[], ready integer)
LANGUAGE sql STABLE AS $$
    WITH people AS MATERIALIZED (
        SELECT p.*, w.email AS by_email,
            (w.email AND p.address = 1) OR (w.linkedin AND p.linkedin) OR (w.phone AND p.phone) AS way
        FROM app.campaign_people(campaign, ids) p CROSS JOIN app.campaign_ways(campaign) w
    ), looked AS (
        SELECT p.contact_id, p.company_id, p.way,
            CASE WHEN p.domain IS NULL THEN '{}' ELSE ARRAY(SELECT s.stage
                FROM unnest('{crawl,facts,score}'::text[]) WITH ORDINALITY AS s(stage, n)
                WHERE NOT s.stage = ANY (k.there) ORDER BY s.n) END AS of_company,
            CASE WHEN NOT p.by_email THEN '{}'
                WHEN p.address = 0 AND p.domain IS NOT NULL AND NOT 'email_find' = ANY (l.there)
                    THEN '{email_find}'
                WHEN p.address = 1 AND NOT 'email_verify' = ANY (l.there) THEN '{email_verify}'
                ELSE '{}' END::text[] AS of_person
        FROM people p
        CROSS JOIN LATERAL (SELECT coalesce(array_agg(l.stage), '{}') AS there FROM stage_latest l
            WHERE l.tenant_id = app.tenant() AND l.entity = 1 AND l.record_id = p.company_id
                AND l.result <> 'failed') k
        CROSS JOIN LATERAL (SELECT coalesce(array_agg(l.stage), '{}') AS there FROM stage_latest l
            WHERE l.tenant_id = app.tenant() AND l.entity = 2 AND l.record_id = p.contact_id
                AND l.result <> 'failed') l
    )
    SELECT contact_id, company_id, of_company, of_person,
        CASE WHEN NOT way AND NOT 'email_find' = ANY (of_person) THEN 3
            WHEN cardinality(of_company) + cardinality(of_person) > 0 THEN 2 ELSE 1 END
    FROM looked
$$;

GRANT EXECUTE ON FUNCTION app.campaign_candidates(bigint, bigint[], bigint[]),
    app.campaign_people(bigint, bigint[]), app.campaign_ways(bigint),
    app.campaign_readiness(bigint, bigint[]) TO leadgen_app, leadgen_batch;
