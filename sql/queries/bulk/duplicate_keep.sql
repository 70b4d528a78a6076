-- Somebody says that both records of a pair are right.
-- $1 entity smallint, $2 low_id bigint, $3 high_id bigint
UPDATE duplicate SET kept_at = now(), kept_by = app.actor()
WHERE tenant_id = app.tenant() AND entity = $1::bigint::smallint AND low_id = $2 AND high_id = $3;
