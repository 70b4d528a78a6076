-- unprepared: makes temporary tables
-- Staging of a batch: row-level security does not allow COPY into the table itself.
CREATE TEMP TABLE IF NOT EXISTS stage_company (
    LIKE company INCLUDING DEFAULTS, is_new boolean, fields bigint, previous jsonb
) ON COMMIT DELETE ROWS
