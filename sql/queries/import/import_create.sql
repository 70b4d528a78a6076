-- A new import; $3 the import whose rejected rows the file holds, or NULL.
-- $1 filename text, $2 size bigint, $3 repairs bigint
INSERT INTO import (tenant_id, filename, size, repairs, created_by)
VALUES (app.tenant(), $1, $2, $3, app.actor())
RETURNING import_id
