-- unprepared: a setting
-- Plans are made for each batch: one made while a table was empty would scan it whole later.
SET plan_cache_mode = force_custom_plan
