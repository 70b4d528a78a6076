-- One text of a message.
-- $1 message_id bigint, $2 version bigint
SELECT v.subject, v.body, v.claims::text AS claims, v.settings::text AS settings
FROM message_version v WHERE v.tenant_id = app.tenant() AND v.message_id = $1 AND v.version = $2;
