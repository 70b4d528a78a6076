-- The caller's own account.
SELECT name, email, theme, density, time_zone, shortcuts, is_super, has_second_factor, codes_left, created_at
FROM app.profile_read();
