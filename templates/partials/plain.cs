<?cs # The frame of pages without a session: sign-in, links, errors. ?>
<body>
  <main class="auth" id="main">
    <div class="auth-box">
      <div class="auth-card">
        <div class="auth-brand"><?cs call:brand_mark() ?> leadgen</div>
        <?cs call:page_body() ?>
      </div>
    </div>
  </main>
  <?cs include!"partials/flash.cs" ?>
</body>
