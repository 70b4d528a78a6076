-- Deletes a note: one's own, or anybody's where that is allowed.
-- $1 record_note_id bigint, $2 anybody's boolean
DELETE FROM record_note
WHERE tenant_id = app.tenant() AND record_note_id = $1 AND (author = app.actor() OR $2);
