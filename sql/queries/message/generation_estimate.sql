-- What writing to those of a campaign to whom nothing is written yet would come to. Everybody is looked up by
-- key, for the planner knows too little of how many there are.
-- $1 campaign bigint
-- $2 split boolean: each person gets one variant
-- $3 skip boolean: those whose research is missing are left for later
WITH step AS MATERIALIZED (
    SELECT coalesce(sum(n) FILTER (WHERE s.channel = 'email'), 0) AS email,
        coalesce(sum(n) FILTER (WHERE s.channel = 'linkedin_connect'), 0) AS connect,
        coalesce(sum(n) FILTER (WHERE s.channel = 'linkedin_message'), 0) AS message,
        coalesce(sum(n) FILTER (WHERE s.channel = 'call'), 0) AS call
    FROM (SELECT s.channel, CASE WHEN $2::boolean THEN 1 ELSE s.variants END AS n FROM campaign_step s
        WHERE s.tenant_id = app.tenant() AND s.campaign_id = $1 AND s.is_on) AS s
), wanted AS (
    SELECT r.ready = 2 AS unready, $3::boolean AND r.ready = 2 AS skipped,
        CASE WHEN o.email AND NOT 'email' = ANY (x.skip_channels) THEN s.email ELSE 0 END
        + CASE WHEN o.linkedin AND NOT 'linkedin_connect' = ANY (x.skip_channels) THEN s.connect ELSE 0 END
        + CASE WHEN o.linkedin AND NOT 'linkedin_message' = ANY (x.skip_channels) THEN s.message ELSE 0 END
        + CASE WHEN o.phone AND NOT 'call' = ANY (x.skip_channels) THEN s.call ELSE 0 END AS n,
        (SELECT count(*) FROM message m WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1
            AND m.contact_id = r.contact_id) AS there
    FROM app.campaign_readiness($1, NULL) r
    CROSS JOIN LATERAL (SELECT x.state, x.skip_channels FROM campaign_person x WHERE x.tenant_id = app.tenant()
        AND x.campaign_id = $1 AND x.contact_id = r.contact_id OFFSET 0) AS x
    CROSS JOIN LATERAL (SELECT o.email IS NOT NULL AND o.email_state <> 6 AS email,
            o.linkedin_url IS NOT NULL AS linkedin, o.phone IS NOT NULL OR o.mobile_phone IS NOT NULL AS phone
        FROM contact o WHERE o.tenant_id = app.tenant() AND o.contact_id = r.contact_id
            AND o.deleted_at IS NULL AND o.erased_at IS NULL OFFSET 0) AS o
    CROSS JOIN step s
    WHERE x.state IN ('waiting', 'failed')
)
SELECT count(*) FILTER (WHERE NOT w.skipped) AS people, count(*) FILTER (WHERE w.unready) AS unready,
    count(*) FILTER (WHERE NOT w.skipped AND w.n = 0) AS unreachable,
    coalesce((SELECT c.written FROM campaign_count c WHERE c.tenant_id = app.tenant() AND c.campaign_id = $1),
        0) AS written,
    coalesce(sum(greatest(0, w.n - w.there)) FILTER (WHERE NOT w.skipped), 0)::bigint AS messages
FROM wanted w
