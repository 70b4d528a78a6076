-- Hides a custom field, or shows it again, at the end.
-- $1 id bigint, $2 hide boolean
UPDATE custom_field SET archived_at = CASE WHEN $2::boolean THEN coalesce(archived_at, now()) END,
    position = NULL
WHERE tenant_id = app.tenant() AND custom_field_id = $1;
