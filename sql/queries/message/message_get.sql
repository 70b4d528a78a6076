-- A message with its newest text, and its person.
-- $1 message_id bigint
SELECT m.message_id, m.campaign_id, m.step_id, m.contact_id, k.company_id, m.variant::bigint AS variant,
    m.position::bigint AS position, m.rank::bigint AS rank, m.version::bigint AS version,
    m.rewrites::bigint AS rewrites, m.cost_micros, m.approved_version::bigint AS approved_version,
    s.max_length::bigint AS max_length, g.name AS campaign, g.state AS campaign_state, g.variant_mode, s.label,
    nullif(concat_ws(' ', k.first_name, k.last_name), '') AS person, k.email, f.name AS company,
    m.angle, m.state, m.channel, m.language, m.tone, m.formality, m.provider, m.trouble, m.reject_reason,
    m.sent_via, app.user_name(m.decided_by) AS decided_by, app.user_name(m.sent_by) AS sent_by,
    (extract(epoch FROM m.decided_at) * 1000)::bigint AS decided_ms,
    (extract(epoch FROM m.sent_at) * 1000)::bigint AS sent_ms,
    (extract(epoch FROM m.created_at) * 1000)::bigint AS created_ms,
    CASE WHEN m.held_by <> app.actor() AND m.held_until > now() THEN app.user_name(m.held_by) END AS holder,
    p.state = 'excluded' AS excluded,
    v.subject, v.body, v.claims::text AS claims, v.origin,
    (extract(epoch FROM v.created_at) * 1000)::bigint AS text_ms, app.user_name(v.author) AS text_by
FROM message m
JOIN campaign g ON g.tenant_id = app.tenant() AND g.campaign_id = m.campaign_id AND g.deleted_at IS NULL
JOIN campaign_step s ON s.tenant_id = app.tenant() AND s.step_id = m.step_id
JOIN campaign_person p ON p.tenant_id = app.tenant() AND p.campaign_id = m.campaign_id
    AND p.contact_id = m.contact_id
JOIN contact k ON k.tenant_id = app.tenant() AND k.contact_id = m.contact_id
JOIN message_version v ON v.tenant_id = app.tenant() AND v.message_id = m.message_id AND v.version = m.version
LEFT JOIN company f ON f.tenant_id = app.tenant() AND f.company_id = k.company_id
WHERE m.tenant_id = app.tenant() AND m.message_id = $1;
