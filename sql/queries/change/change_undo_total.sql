-- How many changes a set wrote: the measure of an undo's progress.
-- $1 change_set_id bigint
SELECT count(*) FROM change WHERE tenant_id = app.tenant() AND change_set_id = $1;
