-- What the recurring tasks clean up, and the tables cut into months.
SELECT app.partition_by_month('change', NULL);
SELECT app.partition_by_month('import_row', NULL);

-- Batch only: which of these keys of the file store no row of any tenant names.
CREATE FUNCTION app.files_unused(keys text[]) RETURNS TABLE (key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.key FROM unnest(keys) AS k(key)
    WHERE NOT EXISTS (SELECT FROM import i WHERE i.file = k.key)
$$;
GRANT EXECUTE ON FUNCTION app.files_unused(text[]) TO leadgen_batch;
