-- The next records of a set, newest first, so that duplicates go before what they point at; a record
-- may come twice. Those whose fields are all taken back have nothing left to look at.
-- $1 change_set_id bigint, $2 entity smallint, $3 before bigint, $4 limit bigint
-- $5 of the undo of an undo, whose rows are void from the start boolean
SELECT record_id FROM change
WHERE tenant_id = app.tenant() AND change_set_id = $1 AND entity = $2::bigint::smallint AND record_id < $3
    AND ($5::boolean OR kind <> 'u' OR fields = 0 OR fields & ~voided <> 0)
ORDER BY record_id DESC LIMIT $4;
