-- unprepared: temporary table
-- Ends a preview, or what an earlier one left in this connection.
DROP TABLE IF EXISTS overlay_company
