-- unprepared: makes temporary tables
-- Staging of the ledger rows of a batch.
CREATE TEMP TABLE IF NOT EXISTS stage_row (LIKE import_row) ON COMMIT DELETE ROWS
