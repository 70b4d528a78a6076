-- What a run wrote before a crash: lines, and which row made which record.
-- $1 import_id bigint, $2 after bigint, $3 most bigint, $4 change_set_id bigint
SELECT row_no, line_no, verdict, company_id, contact_id,
    EXISTS (SELECT FROM change
        WHERE tenant_id = app.tenant() AND change_set_id = $4 AND entity = 1
          AND record_id = import_row.company_id AND kind = 'c') AS company_made
FROM import_row
WHERE tenant_id = app.tenant() AND import_id = $1 AND phase = 1 AND row_no > $2
ORDER BY row_no LIMIT $3
