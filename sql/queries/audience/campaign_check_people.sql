-- Who must not be in a campaign, cannot be reached by its steps, or does not fit.
-- $1 check bigint
-- $2 campaign bigint
-- $3 barred bigint[]: whom the gate refuses
-- $4 bars text[]: why
-- $5 companies bigint[]: that the rules of triage leave out
-- $6 reasons text[]: why
WITH look AS MATERIALIZED (
    SELECT p.*, w.email AND NOT 'email' = ANY (p.skip_channels) AS mails,
        w.linkedin AND NOT p.skip_channels && '{linkedin_connect,linkedin_message}'::text[] AS links,
        w.phone AND NOT 'call' = ANY (p.skip_channels) AS calls, i.reason AS misfit,
        b.bar AS out
    FROM app.campaign_people($2, NULL) p CROSS JOIN app.campaign_ways($2) w
    LEFT JOIN unnest($3::bigint[], $4::text[]) AS b(id, bar) ON b.id = p.contact_id
    LEFT JOIN unnest($5::bigint[], $6::text[]) AS i(company_id, reason) ON i.company_id = p.company_id
), people AS MATERIALIZED (
    SELECT look.*, out IS NULL AS may,
        (mails AND address = 1) OR (links AND linkedin) OR (calls AND phone) AS reached
    FROM look
), found AS MATERIALIZED (
    SELECT k.kind, k.severity, NULL::bigint AS step_id, k.facts, k.fix, p.contact_id
    FROM people p CROSS JOIN LATERAL (VALUES
        (p.out = 'suppressed', 'suppressed', 3, 'exclude', '{}'::jsonb),
        (p.out <> 'suppressed', 'disqualified', 3, 'exclude', jsonb_build_object('who', p.out)),
        (p.may AND NOT p.reached, 'no_channel', 3, 'exclude', '{}'),
        (p.may AND p.reached AND p.mails AND p.address = 0, 'step_channel', 2, 'skip_channel', '{"way": "email"}'),
        (p.may AND p.reached AND p.links AND NOT p.linkedin, 'step_channel', 2, 'skip_channel', '{"way": "linkedin"}'),
        (p.may AND p.reached AND p.calls AND NOT p.phone, 'step_channel', 2, 'skip_channel', '{"way": "call"}'),
        (p.may AND p.reached AND p.mails AND p.address = 2, 'bad_address', 2, 'skip_channel', '{"way": "email"}'),
        (p.may AND p.misfit IS NOT NULL, 'icp_mismatch', 2, 'exclude', jsonb_build_object('reason', p.misfit)),
        (p.may AND p.employment = 3, 'left_company', 2, 'exclude', '{"who": "left"}'),
        (p.may AND p.employment = 2, 'left_company', 1, 'exclude', '{"who": "probably"}'),
        (p.may AND p.employment NOT IN (2, 3) AND p.status = 4, 'left_company', 2, 'exclude', '{"who": "former"}')
    ) AS k(hit, kind, severity, fix, facts)
    WHERE k.hit
), made AS (
    INSERT INTO campaign_conflict (tenant_id, check_id, kind, severity, step_id, title, detail, facts, people, fix)
    SELECT app.tenant(), $1, kind, severity, step_id, '', '', facts, count(*), fix
    FROM found GROUP BY kind, severity, step_id, facts, fix
    RETURNING conflict_id, kind, facts
)
INSERT INTO campaign_conflict_person (tenant_id, conflict_id, contact_id)
SELECT app.tenant(), made.conflict_id, found.contact_id
FROM made JOIN found ON found.kind = made.kind AND found.facts = made.facts
