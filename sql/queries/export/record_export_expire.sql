-- Forgets the files and selections of exports past their time, and says which files. $1 and $2 are
-- the number of days after the end, and after the beginning of a draft.
-- $1 days bigint, $2 draft_days bigint
WITH stale AS (
    SELECT export_id, file FROM record_export
    WHERE tenant_id = app.tenant() AND CASE state
        WHEN 'draft' THEN created_at < now() - make_interval(days => $2::integer)
        WHEN 'expired' THEN false
        ELSE finished_at < now() - make_interval(days => $1::integer) END
    FOR UPDATE
)
UPDATE record_export e SET state = 'expired', file = NULL, picked = NULL FROM stale
WHERE e.tenant_id = app.tenant() AND e.export_id = stale.export_id
RETURNING e.export_id, stale.file
