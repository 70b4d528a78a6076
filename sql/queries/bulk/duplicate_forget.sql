-- Forgets pairs that the last look did not find again.
-- $1 entity smallint
DELETE FROM duplicate WHERE tenant_id = app.tenant() AND entity = $1::bigint::smallint
    AND kept_at IS NULL AND found_at < now();
