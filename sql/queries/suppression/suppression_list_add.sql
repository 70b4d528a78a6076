-- Puts an address or domain on the list.
-- $1 kind text, $2 value text, $3 reason text
INSERT INTO suppression (tenant_id, kind, value, reason, created_by)
VALUES (app.tenant(), $1, $2, $3, app.actor())
ON CONFLICT ON CONSTRAINT suppression_unique DO NOTHING;
