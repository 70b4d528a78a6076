-- What was approved for people of a campaign.
-- $1 campaign_id bigint, $2 contact_ids bigint[], $3 zone text, $4 with_pdf boolean
-- $5 with_all boolean: also what only files of a row per message hold
SELECT k.place::bigint, m.step_id, m.variant::bigint, m.channel, m.position::bigint, v.subject, v.body, m.state, m.tone,
    CASE WHEN $5 THEN trim_scale(m.cost_micros / 1000000.0) END AS cost,
    CASE WHEN $5 THEN to_char(m.decided_at AT TIME ZONE $3, 'YYYY-MM-DD HH24:MI:SS') END AS approved_at,
    CASE WHEN $4 THEN (SELECT f.token FROM campaign_step s JOIN pdf_file f ON f.tenant_id = app.tenant()
            AND f.pdf_template_id = s.pdf_template_id AND f.contact_id = k.contact_id
        WHERE s.tenant_id = app.tenant() AND s.step_id = m.step_id ORDER BY f.pdf_file_id DESC LIMIT 1) END AS pdf
FROM unnest($2::bigint[]) WITH ORDINALITY AS k(contact_id, place)
-- one look-up a person, then one a message, whatever the planner thinks of their number
CROSS JOIN LATERAL (SELECT m.message_id, m.step_id, m.variant, m.channel, m.position, m.state, m.tone,
        m.cost_micros, m.decided_at, m.approved_version
    FROM message m WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1 AND m.contact_id = k.contact_id
        AND m.state = 'approved' OFFSET 0) m
CROSS JOIN LATERAL (SELECT v.subject, v.body FROM message_version v WHERE v.tenant_id = app.tenant()
    AND v.message_id = m.message_id AND v.version = m.approved_version OFFSET 0) v
