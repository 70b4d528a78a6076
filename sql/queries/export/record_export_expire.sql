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
), of_campaigns AS (
    SELECT export_id, file FROM campaign_export
    WHERE tenant_id = app.tenant() AND file IS NOT NULL AND expires_at < now()
    FOR UPDATE
), forgotten AS (
    UPDATE campaign_export e SET file = NULL FROM of_campaigns c
    WHERE e.tenant_id = app.tenant() AND e.export_id = c.export_id
    RETURNING e.export_id, c.file
), expired AS (
    UPDATE record_export e SET state = 'expired', file = NULL, picked = NULL FROM stale
    WHERE e.tenant_id = app.tenant() AND e.export_id = stale.export_id
    RETURNING e.export_id, stale.file
)
SELECT export_id, file FROM expired UNION ALL SELECT export_id, file FROM forgotten
