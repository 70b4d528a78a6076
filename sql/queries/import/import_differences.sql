-- Rows on which run and preview differ; detail: what the preview said (verdict, reason).
-- $1 import_id bigint, $2 after bigint, $3 most bigint
SELECT r.row_no, r.line_no, r.company_id, r.contact_id, r.flags, r.verdict, r.reason,
    p.verdict::text || ' ' || p.reason AS detail, r.label, r.company_label, r.changes, r.raw
FROM import_row r
JOIN import_row p ON p.tenant_id = r.tenant_id AND p.import_id = r.import_id AND p.phase = 0
    AND p.row_no = r.row_no
WHERE r.tenant_id = app.tenant() AND r.import_id = $1 AND r.phase = 1 AND r.row_no > $2
  AND (r.verdict <> p.verdict OR r.reason <> p.reason OR r.changes IS DISTINCT FROM p.changes)
ORDER BY r.row_no LIMIT $3
