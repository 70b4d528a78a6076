-- unprepared: temporary table
-- Statistics for the look-ups of the preview.
ANALYZE overlay_contact
