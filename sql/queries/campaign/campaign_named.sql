-- How many campaigns have a name, capitals and accents aside.
-- $1 folded name text
SELECT count(*) FROM campaign WHERE tenant_id = app.tenant() AND name_key = $1 AND deleted_at IS NULL;
