-- unprepared: makes temporary tables
-- Look-ups of the preview.
CREATE INDEX ON overlay_company (domain)
