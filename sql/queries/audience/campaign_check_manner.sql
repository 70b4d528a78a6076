-- How people are written to, against who they are, and whether mail may go to them; of those who are to stay.
-- $1 check bigint
-- $2 campaign bigint
-- $3 bold bool: a step that is on is written so
-- $4 casual bool: or so
-- $5 informal bool: the first step is
-- $6 formal text[]: countries where strangers are addressed formally
-- $7 countries text[]
-- $8 bases text[]: of these countries
WITH people AS MATERIALIZED (
    SELECT p.*, w.email AND NOT 'email' = ANY (p.skip_channels) AND p.address = 1 AS mails,
        CASE WHEN w.linkedin OR w.phone THEN 'skip_channel' ELSE 'exclude' END AS unmail, b.basis,
        p.status IN (2, 5) OR p.company_status = 4 AS known
    FROM app.campaign_people($2, NULL) p CROSS JOIN app.campaign_ways($2) w
    LEFT JOIN unnest($7::text[], $8::text[]) AS b(country, basis) ON b.country = p.country
    WHERE p.contact_id NOT IN (SELECT x.contact_id FROM campaign_conflict f
        JOIN LATERAL (SELECT x.contact_id FROM campaign_conflict_person x WHERE x.tenant_id = app.tenant()
            AND x.conflict_id = f.conflict_id OFFSET 0) x ON true
        WHERE f.tenant_id = app.tenant() AND f.check_id = $1 AND f.severity = 3)
), found AS MATERIALIZED (
    SELECT k.kind, k.severity, NULL::bigint AS step_id, k.facts, k.fix, p.contact_id
    FROM people p CROSS JOIN LATERAL (VALUES
        (p.status = 6, 'tone', 2, 'exclude', '{"who": "internal"}'::jsonb),
        ($3 AND p.known, 'tone', 2, 'exclude', '{"who": "known", "tone": "bold"}'),
        ($4 AND p.known, 'tone', 1, NULL, '{"who": "known", "tone": "casual"}'),
        ($3 AND NOT p.known AND p.company_status = 5, 'tone', 1, 'exclude', '{"who": "churned", "tone": "bold"}'),
        ($5 AND NOT p.known AND p.country = ANY ($6::text[]), 'tone', 1, NULL,
            jsonb_build_object('who', 'formal', 'country', p.country)),
        (p.mails AND p.basis = 'blocked', 'basis', 3, p.unmail,
            jsonb_build_object('basis', 'blocked', 'country', p.country, 'way', 'email')),
        (p.mails AND p.basis = 'consent', 'basis', 2, p.unmail,
            jsonb_build_object('basis', 'consent', 'country', p.country, 'way', 'email')),
        (p.mails AND p.basis = 'role_only' AND p.email_kind <> 3, 'basis', 2, p.unmail,
            jsonb_build_object('basis', 'role_only', 'country', p.country, 'way', 'email')),
        (p.mails AND p.country IS NULL, 'basis', 1, NULL, '{"basis": "unknown"}')
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
