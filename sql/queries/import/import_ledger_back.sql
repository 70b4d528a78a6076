-- Ledger rows before one, nearest first.
-- $1 import_id bigint, $2 phase bigint, $3 verdict text (NULL: all), $4 before bigint, $5 most bigint
SELECT r.row_no, r.line_no, r.company_id, r.contact_id, r.flags, r.verdict, r.reason, r.detail, r.label,
    r.company_label, r.changes, r.raw
FROM import_row r
WHERE r.tenant_id = app.tenant() AND r.import_id = $1 AND r.phase = $2::smallint AND r.row_no < $4
  AND ($3::text IS NULL OR r.verdict = $3::"char")
ORDER BY r.row_no DESC LIMIT $5
