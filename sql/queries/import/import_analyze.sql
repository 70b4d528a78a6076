-- Statistics for tables that are young.
SELECT app.analyze_young()
