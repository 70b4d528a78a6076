-- What was approved for people of a campaign, but for the words. In the order of the index, which the planner
-- then takes whatever it knows of the table.
-- $1 campaign_id bigint, $2 first_contact bigint, $3 last_contact bigint, $4 zone text, $5 with_pdf boolean
-- $6 with_all boolean: also what only files of a row per message hold
SELECT m.contact_id, m.message_id, m.approved_version::bigint, m.step_id, m.variant::bigint, m.position::bigint,
    CASE WHEN $6 THEN m.channel END AS channel, CASE WHEN $6 THEN m.state END AS state, CASE WHEN $6 THEN m.tone END AS tone,
    CASE WHEN $6 THEN trim_scale(m.cost_micros / 1000000.0) END AS cost,
    CASE WHEN $6 THEN to_char(m.decided_at AT TIME ZONE $4, 'YYYY-MM-DD HH24:MI:SS') END AS approved_at,
    CASE WHEN $5 THEN (SELECT f.token FROM campaign_step s JOIN pdf_file f ON f.tenant_id = app.tenant()
            AND f.pdf_template_id = s.pdf_template_id AND f.contact_id = m.contact_id
        WHERE s.tenant_id = app.tenant() AND s.step_id = m.step_id ORDER BY f.pdf_file_id DESC LIMIT 1) END AS pdf
FROM message m
WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1 AND m.contact_id >= $2 AND m.contact_id <= $3 AND m.state = 'approved'
ORDER BY m.contact_id, m.step_id, m.variant
