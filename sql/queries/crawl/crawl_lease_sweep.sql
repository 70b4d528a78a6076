-- Forgets web sites that nobody has asked for a day.
SELECT app.site_lease_sweep() AS n;
