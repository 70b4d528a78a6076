-- unprepared: makes temporary tables
-- What a preview would leave behind, so that later rows of the file see it.
CREATE TEMP TABLE overlay_contact (LIKE contact INCLUDING DEFAULTS)
