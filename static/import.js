/* The import wizard with script: a file goes up in slices that can be gone on with after a lost
 * connection or a reload, and a choice of columns survives an expired session. Without script the
 * same forms do the same work in one piece. */
(function () {
  'use strict';

  var SLICE = 4 * 1024 * 1024, TRIES = 8;
  var token = document.body.getAttribute('data-csrf');

  function wait(ms) {
    return new Promise(function (done) { setTimeout(done, ms); });
  }

  function bytes(n) {
    return n < 1e6 ? Math.round(n / 1e3) + ' kB' : (n / 1e6).toFixed(n < 1e7 ? 1 : 0) + ' MB';
  }

  function duration(seconds) {
    return seconds < 90 ? Math.max(1, Math.round(seconds)) + ' s' : Math.round(seconds / 60) + ' min';
  }

  /* What the server said, or an error with words for people. Errors that may pass are marked. */
  function ask(path, body, signal) {
    return fetch(path, {
      method: 'POST', body: body, signal: signal, redirect: 'manual', credentials: 'same-origin',
      headers: { 'X-CSRF-Token': token,
                 'Content-Type': body instanceof Blob ? 'application/octet-stream'
                                                      : 'application/x-www-form-urlencoded' }
    }).catch(function (error) {
      if (error.name !== 'AbortError') error.passes = true;
      throw error;
    }).then(function (answer) {
      if (answer.ok) return answer.json();
      var error = new Error('The server answered ' + answer.status + '.');
      error.passes = answer.status >= 500 || answer.status === 429;
      if (answer.type === 'opaqueredirect') error.message = 'You were signed out. Sign in and choose the same file: the upload goes on.';
      return answer.text().then(function (text) {
        var said = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-error], [role=alert]');
        if (said && said.textContent.trim()) error.message = said.textContent.trim();
        throw error;
      });
    });
  }

  function Upload(form) {
    var input = form.querySelector('input[type=file]'), drop = form.querySelector('[data-drop]');
    var now = form.querySelector('[data-upload-now]'), bar = now.querySelector('progress');
    var base = form.getAttribute('data-upload'), stopped = null;

    function show(part, text) { now.querySelector('[data-upload-' + part + ']').textContent = text; }

    function key(file) {
      return 'leadgen-upload ' + base + ' ' + file.name + ' ' + file.size + ' ' + file.lastModified;
    }

    function remembered(file) {
      try { return localStorage.getItem(key(file)) || ''; } catch (e) { return ''; }
    }

    function remember(file, id) {
      try {
        if (id) localStorage.setItem(key(file), id); else localStorage.removeItem(key(file));
      } catch (e) { /* then it cannot go on after a reload */ }
    }

    function end(message) {
      now.hidden = true;
      drop.hidden = false;
      var old = form.querySelector('[data-upload-error]');
      if (old) old.remove();
      if (!message) return;
      var note = document.createElement('p');
      note.className = 'error';
      note.setAttribute('role', 'alert');
      note.setAttribute('data-upload-error', '');
      note.textContent = message;
      drop.insertBefore(note, drop.querySelector('button'));
    }

    async function again(what, signal) {
      for (var tries = 0; ; tries++) {
        try {
          return await what();
        } catch (error) {
          if (!error.passes || tries === TRIES || signal.aborted) throw error;
          var seconds = Math.min(30, Math.pow(2, tries));
          show('said', 'The connection broke. Going on in ' + seconds + ' s.');
          await wait(seconds * 1000);
        }
      }
    }

    async function send(file) {
      stopped = new AbortController();
      var signal = stopped.signal, began = Date.now();
      drop.hidden = true;
      now.hidden = false;
      show('name', file.name);
      show('said', 'Beginning');
      bar.value = 0;
      var fields = new URLSearchParams({ name: file.name, size: file.size, resume: remembered(file) });
      var repairs = form.querySelector('[name=repairs]');
      if (repairs) fields.set('repairs', repairs.value);
      try {
        var state = await again(function () { return ask(base + '/begin', fields, signal); }, signal);
        if (state.error) { end(state.error); return; }
        remember(file, state.id);
        var first = state.received;
        while (state.received < file.size) {
          var at = state.received;
          bar.value = 100 * at / file.size;
          show('said', bytes(at) + ' of ' + bytes(file.size));
          if (at > first)
            show('left', 'about ' + duration((Date.now() - began) / 1000 * (file.size - at) / (at - first)) + ' left');
          state = await again(function () {
            return ask(base + '/' + state.id + '/slice?offset=' + at, file.slice(at, at + SLICE), signal);
          }, signal);
        }
        bar.value = 100;
        remember(file, null);
        location.assign(state.at);
      } catch (error) {
        end(error.name === 'AbortError' ? 'Stopped. Choose the same file to go on where it stopped.'
            : error.passes ? 'The server cannot be reached. Choose the same file to go on where it stopped.'
            : error.message);
      }
    }

    form.addEventListener('submit', function (event) {
      var file = input.files[0];
      if (!file || !file.size) return; /* the plain form says what is wrong */
      event.preventDefault();
      event.stopPropagation();
      send(file);
    }, true);
    now.querySelector('[data-upload-stop]').addEventListener('click', function () { stopped.abort(); });
    ['dragover', 'dragleave', 'drop'].forEach(function (name) {
      drop.addEventListener(name, function (event) {
        event.preventDefault();
        drop.classList.toggle('is-over', name === 'dragover');
        if (name !== 'drop' || !event.dataTransfer.files.length) return;
        input.files = event.dataTransfer.files;
        form.requestSubmit();
      });
    });
  }

  document.querySelectorAll('form[data-upload]').forEach(Upload);

  /* Where a person chose otherwise, our guess and its percentage say nothing; back at it they do. */
  function ChosenByHand(form) {
    form.addEventListener('change', function (event) {
      var select = event.target, row = select.closest('tr');
      if (!row || (select.name || '').indexOf('target.') !== 0) return;
      var why = row.lastElementChild;
      if (!row.guess) row.guess = { why: why.innerHTML, look: select.className };
      var ours = select.options[select.selectedIndex].defaultSelected;
      select.className = ours ? row.guess.look : 'select select-map';
      if (ours) why.innerHTML = row.guess.why;
      else why.textContent = 'Chosen by hand';
    });
  }

  /* What was chosen when the session had expired is there again after signing in. */
  document.querySelectorAll('form[data-keep]').forEach(function (form) {
    var key = 'leadgen-form ' + location.pathname, version = form.getAttribute('data-keep');
    var kept = null;
    ChosenByHand(form);
    try { kept = JSON.parse(sessionStorage.getItem(key)); sessionStorage.removeItem(key); } catch (e) { kept = null; }
    if (kept && kept.version === version && !document.querySelector('[role=alert]')) {
      Object.keys(kept.values).forEach(function (name) {
        var field = form.elements.namedItem(name);
        if (field && name !== 'csrf' && name !== 'version') field.value = kept.values[name];
      });
    }
    form.addEventListener('submit', function () {
      var values = Object.fromEntries(new FormData(form));
      delete values.csrf;
      try { sessionStorage.setItem(key, JSON.stringify({ version: version, values: values })); } catch (e) { /* not kept */ }
    });
  });
})();
