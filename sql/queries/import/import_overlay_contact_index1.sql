-- unprepared: makes temporary tables
-- Look-ups of the preview.
CREATE UNIQUE INDEX ON overlay_contact (contact_id)
