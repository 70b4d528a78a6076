-- How many changes a set wrote: the measure of an undo's progress; and how many of them are taken back whole,
-- which change_undo_ids passes over.
-- $1 change_set_id bigint
SELECT count(c.record_id) AS total,
    count(*) FILTER (WHERE s.undoes IS NULL AND c.kind = 'u' AND c.fields <> 0 AND c.fields & ~c.voided = 0) AS taken
FROM change_set s LEFT JOIN change c ON c.tenant_id = s.tenant_id AND c.change_set_id = s.change_set_id
WHERE s.tenant_id = app.tenant() AND s.change_set_id = $1;
