-- The ways on and back of an import: what was known when its preview began, what it made beside records,
-- who chose a remembered mapping, and that somebody discarded it.
ALTER TABLE import DROP CONSTRAINT import_state;
ALTER TABLE import ADD CONSTRAINT import_state CHECK (state IN (
    'uploading', 'uploaded', 'previewing', 'previewed', 'running', 'done', 'cancelled',
    'failed', 'undoing', 'undone', 'expired', 'discarded')) NOT VALID;
ALTER TABLE import ADD COLUMN preview_set bigint;    -- the newest change set when the preview began
ALTER TABLE import ADD COLUMN preview_open bigint[]; -- older ones that were still being written then

-- The import that made it; NULL: a person, the system, or an import of an older version.
ALTER TABLE tag ADD COLUMN import_id bigint;
ALTER TABLE list ADD COLUMN import_id bigint;
ALTER TABLE custom_field ADD COLUMN import_id bigint;

ALTER TABLE import_memory ADD COLUMN used_by bigint REFERENCES user_account;
