-- unprepared: makes temporary tables
-- Look-ups of the preview.
CREATE INDEX ON overlay_contact (name_key, coalesce(company_id, 0))
