-- The budgets of all workspaces, for super admins.
SELECT slug, name, mode, limit_micros, topped_micros, spent_micros, reserved_micros, spent_30
FROM app.budget_list()
