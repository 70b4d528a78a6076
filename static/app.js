/* What makes pages quicker to use; every page works without it.
 * Keys: "/" goes to the search field, "?" shows the shortcuts. */
(function () {
  'use strict';

  /* No eval, no styles or scripts of its own, only this site; forms with errors are shown as they come. */
  if (window.htmx) Object.assign(window.htmx.config, {
    allowEval: false, includeIndicatorStyles: false, allowScriptTags: false, selfRequestsOnly: true, historyCacheSize: 0,
    attributesToSettle: ['class', 'width', 'height'],
    responseHandling: [{ code: '204', swap: false }, { code: '[23]..', swap: true }, { code: '400', swap: true },
      { code: '409', swap: true }, { code: '[45]..', swap: false, error: true }]
  });

  var body = document.body;

  function inField(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  document.addEventListener('keydown', function (event) {
    if (!body.hasAttribute('data-shortcuts') || event.ctrlKey || event.metaKey || event.altKey ||
        inField(event.target)) return;
    if (event.key === '/') {
      var search = document.querySelector('[data-search]');
      if (!search) return;
      event.preventDefault();
      search.focus();
    } else if (event.key === '?') {
      var keys = document.getElementById('dlg-keys');
      if (keys && keys.showPopover) keys.showPopover();
    }
  });

  /* Texts with a limit say how much of it is used. */
  document.querySelectorAll('textarea[data-count], input[data-count]').forEach(function (text) {
    var most = Number(text.getAttribute('data-count')), note = document.createElement('p');
    note.className = 'hint count-note';
    text.after(note);
    function count() {
      var used = Array.from(text.value).length;
      note.textContent = used.toLocaleString('en') + ' of ' + most.toLocaleString('en') + ' characters';
      note.classList.toggle('error', used > most);
    }
    text.addEventListener('input', count);
    count();
  });

  /* The search box shows the first hits while one types: arrows choose, Enter opens, Escape closes. */
  document.querySelectorAll('form[data-hits]').forEach(function (form) {
    var input = form.querySelector('input[name=q]'), box = document.createElement('div');
    var timer = 0, asked = '', chosen = -1;
    box.className = 'hits-box';
    box.hidden = true;
    form.appendChild(box);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', 'hits');
    input.setAttribute('aria-autocomplete', 'list');
    function options() { return box.querySelectorAll('[role=option]'); }
    function close() {
      box.hidden = true;
      chosen = -1;
      asked = '';
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }
    function choose(index) {
      var all = options();
      if (!all.length) return;
      chosen = (index + all.length) % all.length;
      all.forEach(function (one, i) { one.setAttribute('aria-selected', i === chosen ? 'true' : 'false'); });
      all[chosen].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', all[chosen].id);
    }
    function ask() {
      var text = input.value.trim();
      if (text.length < 2) { close(); return; }
      if (text === asked) return;
      asked = text;
      fetch(form.action + '?part=1&q=' + encodeURIComponent(text), { credentials: 'same-origin' })
        .then(function (answer) { return answer.ok ? answer.text() : ''; })
        .then(function (html) {
          if (asked !== text || !html) return;
          box.innerHTML = html;
          box.hidden = false;
          chosen = -1;
          input.setAttribute('aria-expanded', 'true');
        })
        .catch(function () { close(); });
    }
    input.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (box.hidden) { ask(); return; }
        event.preventDefault();
        choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
      } else if (event.key === 'Enter' && chosen >= 0 && !box.hidden) {
        event.preventDefault();
        options()[chosen].click();
      } else if (event.key === 'Escape' && !box.hidden) {
        event.preventDefault();
        close();
      }
    });
    document.addEventListener('click', function (event) { if (!form.contains(event.target)) close(); });
    form.addEventListener('focusout', function (event) {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
  });

  /* A menu closes when the focus or the pointer goes elsewhere. */
  function closeMenus(event) {
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) menu.removeAttribute('open');
    });
  }
  document.addEventListener('click', closeMenus);
  document.addEventListener('focusin', closeMenus);
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape') return;
    var menu = document.activeElement && document.activeElement.closest('details.menu[open]');
    if (!menu) return;
    menu.removeAttribute('open');
    menu.querySelector('summary').focus();
  });

  /* Toasts that say something went well leave by themselves. */
  document.querySelectorAll('.toast').forEach(function (toast) {
    var close = toast.querySelector('[data-close]');
    if (close) {
      close.hidden = false;
      close.addEventListener('click', function () { toast.remove(); });
    }
    if (toast.classList.contains('toast-ok') && !toast.querySelector('a, form'))
      setTimeout(function () { toast.remove(); }, 8000);
  });

  /* A form that changes something is sent once. */
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.hasAttribute('data-sent')) { event.preventDefault(); return; }
    form.setAttribute('data-sent', '');
    setTimeout(function () { form.removeAttribute('data-sent'); }, 4000);
  });

  /* Selects that filter send their form; the button beside them is for pages without script. */
  document.addEventListener('change', function (event) {
    if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
  });

  /* The field with the first error takes the focus through its summary. */
  var summary = document.querySelector('[data-focus]');
  if (summary) summary.focus();

  if (!window.htmx) return;
  document.addEventListener('htmx:configRequest', function (event) {
    var token = body.getAttribute('data-csrf');
    if (event.detail.verb !== 'get' && token) event.detail.headers['X-CSRF-Token'] = token;
  });
  /* A failed request says so; what is on the page stays. */
  function tell(text) {
    var toasts = document.querySelector('.toasts');
    if (!toasts) return;
    var toast = document.createElement('div');
    toast.className = 'toast toast-bad';
    var span = document.createElement('span');
    span.textContent = text;
    toast.appendChild(span);
    toasts.appendChild(toast);
    setTimeout(function () { toast.remove(); }, 12000);
  }
  document.addEventListener('htmx:responseError', function (event) {
    var xhr = event.detail.xhr;
    var parsed = new DOMParser().parseFromString(xhr.responseText, 'text/html');
    var message = parsed.querySelector('[data-error]');
    tell(message ? message.textContent.trim() : 'Not done: the server answered ' + xhr.status + '.');
  });
  document.addEventListener('htmx:sendError', function () {
    tell('Not done: the server cannot be reached. Check the connection and try again.');
  });

  /* What is shown once can be copied with one press. */
  document.querySelectorAll('[data-copy]').forEach(function (input) {
    if (!navigator.clipboard) return;
    var row = document.createElement('div');
    var button = document.createElement('button');
    row.className = 'copy-row';
    button.className = 'btn';
    button.type = 'button';
    button.textContent = 'Copy';
    input.parentNode.insertBefore(row, input);
    row.appendChild(input);
    row.appendChild(button);
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(input.value).then(function () { button.textContent = 'Copied'; });
    });
  });
})();
