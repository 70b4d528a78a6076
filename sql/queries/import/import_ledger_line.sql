-- The first row that starts at a line or behind it; one past the last row when there is none.
-- $1 import_id bigint, $2 phase bigint, $3 line bigint
SELECT coalesce(
    (SELECT r.row_no FROM import_row r
     WHERE r.tenant_id = app.tenant() AND r.import_id = $1 AND r.phase = $2::smallint AND r.line_no >= $3
     ORDER BY r.row_no LIMIT 1),
    (SELECT max(r.row_no) + 1 FROM import_row r
     WHERE r.tenant_id = app.tenant() AND r.import_id = $1 AND r.phase = $2::smallint), 1)
