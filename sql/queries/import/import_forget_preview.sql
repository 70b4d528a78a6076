-- Removes what an earlier preview wrote into the ledger, a part at a time.
-- $1 import_id bigint, $2 most bigint
DELETE FROM import_row r
USING (SELECT tenant_id, import_id, phase, row_no, at FROM import_row
       WHERE tenant_id = app.tenant() AND import_id = $1 AND phase = 0 LIMIT $2) AS old
WHERE r.tenant_id = old.tenant_id AND r.import_id = old.import_id AND r.phase = old.phase
  AND r.row_no = old.row_no AND r.at = old.at
