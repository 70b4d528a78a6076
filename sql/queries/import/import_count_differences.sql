-- How many rows the run and the preview differ on.
-- $1 import_id bigint
SELECT count(*) FROM import_row r
JOIN import_row p ON p.tenant_id = r.tenant_id AND p.import_id = r.import_id AND p.phase = 0
    AND p.row_no = r.row_no
WHERE r.tenant_id = app.tenant() AND r.import_id = $1 AND r.phase = 1
  AND (r.verdict <> p.verdict OR r.reason <> p.reason OR r.changes IS DISTINCT FROM p.changes)
