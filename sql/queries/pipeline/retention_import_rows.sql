-- Forgets the raw rows of an import between two row numbers, both phases; verdicts stay.
-- $1 import_id bigint
-- $2 first bigint
-- $3 last bigint
UPDATE import_row SET raw = NULL
WHERE tenant_id = app.tenant() AND import_id = $1 AND phase IN (0, 1)
    AND row_no BETWEEN $2 AND $3 AND raw IS NOT NULL
