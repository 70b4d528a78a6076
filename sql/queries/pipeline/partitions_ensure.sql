-- Makes the coming months' partitions and drops those past their time; says what it did.
SELECT app.ensure_partitions()
