-- unprepared: temporary table
-- Fresh statistics for the look-ups of the preview.
ANALYZE overlay_company
