-- unprepared: reads a temporary table
-- On how many rows of the batch the run and its preview differ.
-- $1 import_id bigint, $2 first row_no bigint, $3 last row_no bigint
SELECT count(*) FROM stage_row r
JOIN (SELECT row_no, verdict, reason, changes FROM import_row
      WHERE tenant_id = app.tenant() AND import_id = $1::bigint AND phase = 0
        AND row_no BETWEEN $2::bigint AND $3::bigint) AS p USING (row_no)
WHERE r.verdict <> p.verdict OR r.reason <> p.reason OR r.changes IS DISTINCT FROM p.changes
