-- Deletes old sessions, links and counts of tries; how many.
SELECT app.account_sweep();
