-- Rows that repeat an earlier one of their file; detail: the earlier line.
-- $1 import_id bigint, $2 phase bigint, $3 most bigint
SELECT r.row_no, r.line_no, r.company_id, r.contact_id, r.flags, r.verdict, r.reason, r.detail, r.label,
    r.company_label, r.changes, r.raw
FROM import_row r
WHERE r.tenant_id = app.tenant() AND r.import_id = $1 AND r.phase = $2::smallint
  AND r.verdict IN ('u', 's') AND r.reason = 'repeats'
ORDER BY r.row_no LIMIT $3
