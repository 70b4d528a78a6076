-- Messages that fit, newest first.
-- $1 campaign_id bigint, $2 states text[], $3 step_ids bigint[], $4 channels text[], $5 languages text[]
-- $6 variants bigint[], $7 words text (folded), $8 contact_id bigint, $9 company_id bigint
-- $10 before message_id bigint (0: from the newest), $11 limit bigint
SELECT m.message_id, m.campaign_id, m.contact_id, k.company_id, m.step_id, m.position::bigint AS position,
    m.variant::bigint AS variant, m.version::bigint AS version, g.name AS campaign, s.label,
    nullif(concat_ws(' ', k.first_name, k.last_name), '') AS person, f.name AS company, m.state, m.channel,
    m.language, m.angle, m.subject_start, app.user_name(m.decided_by) AS decided_by, m.reject_reason, m.sent_via,
    (extract(epoch FROM m.decided_at) * 1000)::bigint AS decided_ms,
    (extract(epoch FROM m.sent_at) * 1000)::bigint AS sent_ms
FROM (SELECT x.message_id FROM app.message_match($1, $2, $3, $4, $5, $6, $7, $8, $9) x
      WHERE $10::bigint = 0 OR x.message_id < $10 ORDER BY x.message_id DESC LIMIT $11) i
JOIN message m ON m.tenant_id = app.tenant() AND m.message_id = i.message_id
JOIN campaign g ON g.tenant_id = app.tenant() AND g.campaign_id = m.campaign_id
JOIN campaign_step s ON s.tenant_id = app.tenant() AND s.step_id = m.step_id
JOIN contact k ON k.tenant_id = app.tenant() AND k.contact_id = m.contact_id
LEFT JOIN company f ON f.tenant_id = app.tenant() AND f.company_id = k.company_id
ORDER BY m.message_id DESC;
