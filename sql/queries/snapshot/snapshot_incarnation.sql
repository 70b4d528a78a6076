-- Which database this is.
SELECT app.incarnation();
