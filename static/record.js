/* The page of one company or contact: facts are edited where they stand. Every page works without it.
 * A click on a fact opens it, Enter saves, Esc leaves it as it was; j and k go to the next and the
 * previous record of the list one came from, u back to it. */
(function () {
  'use strict';

  var page = document.getElementById('main');
  if (!page || !window.htmx) return;
  var arrows = { ArrowRight: 'j', ArrowLeft: 'k' };

  function busy(target) {
    return target.closest('input, textarea, select, details[open]:not(.fold), .dialog, [contenteditable]');
  }

  /* A click beside links opens the fact; selecting its text does not. */
  page.addEventListener('click', function (event) {
    var next = event.target.closest('[data-edit]');
    if (next) {
      var fact = document.getElementById('fact-' + next.getAttribute('data-edit'));
      if (!fact) return;
      var folded = fact.closest('details:not([open])');
      if (folded) folded.open = true;
      event.preventDefault();
      fact.scrollIntoView({ block: 'center' });
      if (fact.querySelector('.fact-edit')) fact.querySelector('.fact-edit').click();
      return;
    }
    if (event.target.closest('a, button, summary, form, input, .prov, .menu') || String(getSelection())) return;
    var value = event.target.closest('.facts > dd');
    var edit = value && value.querySelector('.fact-edit');
    if (edit) edit.click();
  });

  /* Straight back to the list leads where it was left, with what was loaded of it. */
  page.addEventListener('click', function (event) {
    var link = event.target.closest('[data-key="u"]');
    if (!link || document.referrer !== link.href || history.length < 2 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    history.back();
  });

  page.addEventListener('keydown', function (event) {
    var form = event.target.closest('[data-fact]');
    if (!form) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      form.querySelector('[data-cancel]').click();
    } else if (event.key === 'Enter' && (event.target.tagName === 'SELECT' ||
        (event.target.tagName === 'TEXTAREA' && (event.ctrlKey || event.metaKey)))) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  /* A choice that says why: Enter does what the key beside it does. */
  page.addEventListener('keydown', function (event) {
    var key = event.key === 'Enter' && event.target.getAttribute('data-enter');
    var button = key && page.querySelector('[data-key="' + key + '"]');
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  document.addEventListener('keydown', function (event) {
    if (!document.body.hasAttribute('data-shortcuts') || event.ctrlKey || event.metaKey || event.altKey ||
        event.shiftKey || busy(event.target)) return;
    var link = page.querySelector('[data-key="' + (arrows[event.key] || event.key) + '"]');
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  /* What was put in its place takes the focus that the old one had. */
  document.addEventListener('htmx:afterSwap', function (event) {
    var fact = document.getElementById(event.detail.target && event.detail.target.id);
    if (!fact || fact.id.indexOf('fact-') !== 0) return;
    var field = fact.querySelector('[data-fact] .input, [data-fact] .textarea, [data-fact] .select');
    var edit = fact.querySelector('.fact-edit');
    if (field) {
      field.focus();
      if (field.select && field.tagName === 'INPUT') field.select();
    } else if (edit) {
      edit.focus();
    }
  });

  /* What was saved can be undone for a while. */
  document.addEventListener('htmx:oobAfterSwap', function () {
    document.querySelectorAll('.toast[data-undo]').forEach(function (toast) {
      if (document.querySelector('.toast[data-toast]')) toast.remove();
    });
    document.querySelectorAll('.toast[data-toast]').forEach(function (toast) {
      toast.setAttribute('data-undo', '');
      toast.removeAttribute('data-toast');
      setTimeout(function () { toast.remove(); }, 10000);
    });
  });
})();
