-- Puts hashes of people on the list.
-- $1 hashes text[], $2 reason text
INSERT INTO suppression (tenant_id, kind, value, reason, created_by)
SELECT app.tenant(), 'person', h, $2, app.actor() FROM unnest($1::text[]) AS h WHERE h IS NOT NULL
ON CONFLICT ON CONSTRAINT suppression_unique DO NOTHING;
