-- Texts to other people of the same step and language around a message, by the range of the primary key.
-- $1 message_id bigint, $2 campaign_id bigint, $3 step_id bigint, $4 contact_id bigint, $5 language text
-- $6 limit bigint
WITH o AS MATERIALIZED (
    SELECT m.message_id, m.version, m.campaign_id, m.step_id, m.contact_id, m.language FROM message m
    WHERE m.tenant_id = app.tenant() AND m.message_id BETWEEN $1::bigint - 400 AND $1::bigint + 400
)
SELECT v.body
FROM (SELECT o.message_id, o.version FROM o
      WHERE o.campaign_id = $2 AND o.step_id = $3 AND o.contact_id <> $4 AND o.language = $5
      ORDER BY o.message_id DESC LIMIT $6) i
JOIN message_version v ON v.tenant_id = app.tenant() AND v.message_id = i.message_id AND v.version = i.version;
