-- How the file is read and what its columns would become.
-- $1 import_id bigint, $2 entity bigint, $3 dialect jsonb, $4 mapping jsonb, $5 options jsonb
UPDATE import SET state = 'uploaded', entity = $2::smallint, dialect = $3::jsonb, mapping = $4::jsonb,
    options = coalesce(options, $5::jsonb), version = version + 1, error = NULL
WHERE tenant_id = app.tenant() AND import_id = $1
  AND state IN ('uploading', 'uploaded', 'previewed', 'previewing', 'failed') AND change_set_id IS NULL
