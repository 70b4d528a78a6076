-- Messages that people of a campaign have already.
-- $1 campaign bigint
-- $2 contacts bigint[]
SELECT m.contact_id, m.step_id, m.variant::bigint AS variant, v.subject, v.body
FROM unnest($2::bigint[]) AS i(id)
CROSS JOIN LATERAL (SELECT m.message_id, m.contact_id, m.step_id, m.variant, m.version FROM message m
    WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1 AND m.contact_id = i.id OFFSET 0) AS m
JOIN message_version v ON v.tenant_id = app.tenant() AND v.message_id = m.message_id AND v.version = m.version
