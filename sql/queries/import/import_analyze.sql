-- Fresh statistics for the look-ups.
SELECT app.analyze_records()
