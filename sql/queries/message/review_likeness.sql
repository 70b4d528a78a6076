-- Texts to other people of the same step and language around a message.
-- $1 message_id bigint, $2 limit bigint
SELECT v.body
FROM (SELECT o.message_id, o.version FROM message m
      JOIN message o ON o.tenant_id = app.tenant() AND o.message_id BETWEEN m.message_id - 400 AND m.message_id + 400
          AND o.campaign_id = m.campaign_id AND o.step_id = m.step_id AND o.contact_id <> m.contact_id
          AND o.language = m.language
      WHERE m.tenant_id = app.tenant() AND m.message_id = $1
      ORDER BY o.message_id DESC LIMIT $2) i
JOIN message_version v ON v.tenant_id = app.tenant() AND v.message_id = i.message_id AND v.version = i.version;
