-- Writes a note of one's own again.
-- $1 record_note_id bigint, $2 body text
UPDATE record_note SET body = $2, edited_at = clock_timestamp()
WHERE tenant_id = app.tenant() AND record_note_id = $1 AND author = app.actor();
