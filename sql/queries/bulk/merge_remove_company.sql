-- Deletes a record that is merged into another, with a pointer to it; its notes move there. Writes the log.
-- $1 change_set_id bigint, $2 company_id bigint, $3 merged into bigint
WITH gone AS (
    UPDATE company SET deleted_at = now(), merged_into = $3, updated_at = now(), version = version + 1
    WHERE tenant_id = app.tenant() AND company_id = $2 AND deleted_at IS NULL
    RETURNING company_id
), moved AS (
    UPDATE record_note SET record_id = $3
    WHERE tenant_id = app.tenant() AND entity = 1 AND record_id = $2
    RETURNING record_note_id
)
INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
SELECT app.tenant(), 1, g.company_id, $1, 'd', 0,
    jsonb_build_object('beside', jsonb_build_object('merged_into', jsonb_build_array(NULL, $3::bigint)))
        || CASE WHEN EXISTS (SELECT FROM moved) THEN jsonb_build_object('moved_notes', jsonb_build_object(
            'from', $2::bigint, 'to', $3::bigint,
            'ids', (SELECT jsonb_agg(m.record_note_id) FROM moved m))) ELSE '{}' END,
    clock_timestamp()
FROM gone g;
