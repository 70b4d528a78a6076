<!doctype html>
<html lang="en"<?cs if:Page.theme == "light" || Page.theme == "dark" ?> data-theme="<?cs var:Page.theme ?>"<?cs /if ?><?cs if:Page.density == "compact" || Page.density == "roomy" ?> data-density="<?cs var:Page.density ?>"<?cs /if ?>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title><?cs call:page_title() ?><?cs if:?Caller.tenant && Caller.tenant != "" ?> · <?cs var:Caller.tenant ?><?cs /if ?> · leadgen</title>
  <link rel="icon" href="<?cs var:Static.favicon_svg ?>" type="image/svg+xml">
  <link rel="stylesheet" href="<?cs var:Static.app_css ?>">
<?cs if:?Page.refresh ?>
  <noscript><meta http-equiv="refresh" content="<?cs var:Page.refresh ?>"></noscript>
<?cs /if ?>
<?cs # A list fetches its parts itself. ?>
<?cs if:!?Facets.0.name ?>
  <script src="<?cs var:Static.htmx_js ?>" defer></script>
<?cs /if ?>
  <script src="<?cs var:Static.app_js ?>" defer></script>
</head>
<?cs if:?Caller.name ?>
<?cs include!"partials/shell.cs" ?>
<?cs else ?>
<?cs include!"partials/plain.cs" ?>
<?cs /if ?>
</html>
