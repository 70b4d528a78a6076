-- Lets the planner know tables that were just filled for the first time.
SELECT app.meet_tables()
