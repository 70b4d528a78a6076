-- unprepared: makes temporary tables
-- Look-ups of the preview.
CREATE UNIQUE INDEX ON overlay_company (company_id)
