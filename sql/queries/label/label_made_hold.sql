-- What an import made: nobody puts it on records until we are done.
-- $1 import_id bigint
SELECT (SELECT count(*) FROM (SELECT FROM tag WHERE tenant_id = app.tenant() AND import_id = $1
        AND deleted_at IS NULL FOR UPDATE) AS t)
    + (SELECT count(*) FROM (SELECT FROM list WHERE tenant_id = app.tenant() AND import_id = $1
        AND deleted_at IS NULL FOR UPDATE) AS l)
    + (SELECT count(*) FROM (SELECT FROM custom_field WHERE tenant_id = app.tenant() AND import_id = $1
        AND deleted_at IS NULL FOR UPDATE) AS f)
