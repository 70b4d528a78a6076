-- Adds a text to a message.
-- $1 message_id bigint, $2 version bigint, $3 subject text, $4 body text, $5 claims text (JSON), $6 origin text
-- $7 settings text (JSON), $8 reasons text[], $9 reason_text text
INSERT INTO message_version (tenant_id, message_id, version, subject, body, claims, origin, settings, reasons,
    reason_text, author)
VALUES (app.tenant(), $1, $2::bigint::integer, $3, $4, $5::jsonb, $6, $7::jsonb, coalesce($8::text[], '{}'), $9, app.actor());
