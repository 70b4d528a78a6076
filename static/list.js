/* Lists with script: filters apply as they are ticked, rows go on where a page ends while the page
 * stays small, rows are chosen by keyboard and in ranges. Without script the same links and forms do
 * the same work page by page. */
(function () {
  'use strict';

  /* The page of columns: entries move without a round trip. */
  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-columns] [name=up], [data-columns] [name=down]');
    if (!button) return;
    var row = button.closest('[data-column]'), up = button.name === 'up';
    var other = up ? row.previousElementSibling : row.nextElementSibling;
    event.preventDefault();
    if (!other || !other.querySelector('[name=up]')) return;
    if (up) other.before(row); else other.after(row);
    button.focus();
  });

  var list = document.getElementById('list');
  if (!list) return;
  var form = document.getElementById('filters'), said = document.getElementById('l-said');
  var shortcuts = document.body.hasAttribute('data-shortcuts');

  function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }
  function one(selector, root) { return (root || document).querySelector(selector); }

  /* ---- another filter, order or column: the parts that differ are taken from the new page */

  var asked = 0;

  function draw(text, url) {
    var page = new DOMParser().parseFromString(text, 'text/html');
    if (!page.getElementById('list')) { location.assign(url); return; }
    var focus = document.activeElement, top = one('.facets-scroll').scrollTop;
    var again = focus && focus.name && focus.closest('#filters') ?
      '[name="' + focus.name + '"][value="' + CSS.escape(focus.value) + '"]' : null;
    var open = all('details.facet').filter(function (d) { return d.open; })
      .map(function (d) { return d.getAttribute('data-facet'); });
    all('[data-swap]').forEach(function (old) {
      var fresh = page.getElementById(old.id);
      if (fresh) old.replaceWith(document.adoptNode(fresh));
    });
    document.title = page.title;
    all('details.facet').forEach(function (d) { d.open = open.indexOf(d.getAttribute('data-facet')) >= 0 || !!one('.badge', d); });
    clear();
    start();
    one('.facets-scroll').scrollTop = top;
    if (again && one(again, form)) one(again, form).focus({ preventScroll: true });
    said.textContent = document.getElementById('l-total').textContent + ' ' + location.pathname.split('/').pop();
  }

  function go(url, how) {
    var mine = ++asked;
    list.setAttribute('aria-busy', 'true');
    return fetch(url, { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      return answer.text();
    }).then(function (text) {
      if (mine !== asked) return;
      list.removeAttribute('aria-busy');
      if (how === 'push' && url !== location.pathname + location.search) history.pushState(null, '', url);
      draw(text, url);
    }).catch(function () { if (mine === asked) location.assign(url); });
  }

  /* The address that the form stands for; what is empty is left out. A range that was typed wins over
   * one that was ticked. */
  function address() {
    release();
    var pairs = new URLSearchParams(), data = new FormData(form);
    data.forEach(function (value, name) {
      if (!value) return;
      if (data.get(name + '.from') || data.get(name + '.to')) return;
      if (/\.not$/.test(name) && !has(data, name.slice(0, -4))) return;
      pairs.append(name, value);
    });
    var text = pairs.toString();
    return form.getAttribute('action') + (text ? '?' + text : '');
  }

  function has(data, name) {
    return data.getAll(name).some(Boolean) || data.get(name + '.from') || data.get(name + '.to');
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    go(address(), 'push');
  });
  document.addEventListener('change', function (event) {
    var field = event.target;
    if (field.form !== form || field.type === 'search' || field.matches('.facet-find')) return;
    if (field.type === 'radio' && !/\.not$/.test(field.name))
      all('[name="' + field.name + '.from"], [name="' + field.name + '.to"]', form)
        .forEach(function (end) { end.value = ''; });
    if (!field.checkValidity()) { field.reportValidity(); return; }
    if (address() !== shownAddress()) go(address(), 'push');
  });
  function shownAddress() {
    var now = new URLSearchParams(location.search);
    now.delete('after'); now.delete('before'); now.delete('more');
    return location.pathname + (now.toString() ? '?' + now : '');
  }

  var typing;
  document.addEventListener('input', function (event) {
    var field = event.target;
    if (field.matches('.facet-find')) find(field);
    else if (field.hasAttribute('data-values')) values(field);
    else if (field.name === 'q' && field.form === form) {
      clearTimeout(typing);
      typing = setTimeout(function () { if (address() !== shownAddress()) go(address(), 'push'); }, 400);
    }
  });

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-go]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    var url = new URL(link.href);
    var query = document.querySelector('[name=q][form=filters]');
    if (query) query.value = url.searchParams.get('q') || '';
    go(url.pathname + url.search, 'push');
    var menu = link.closest('details.menu');
    if (menu) menu.open = false;
  });

  document.addEventListener('submit', function (event) {
    var sent = event.target;
    if (!sent.matches('form[data-go]')) return;
    event.preventDefault();
    go(sent.getAttribute('action') + '?' + new URLSearchParams(new FormData(sent, event.submitter)), 'push');
    sent.closest('details.menu').open = false;
  });

  window.addEventListener('popstate', function () {
    var query = document.querySelector('[name=q][form=filters]');
    query.value = new URLSearchParams(location.search).get('q') || '';
    go(location.pathname + location.search, 'stay');
  });

  function finder(entries) {
    var field = document.createElement('input');
    field.type = 'search';
    field.className = 'input facet-find';
    field.placeholder = 'Search';
    field.autocomplete = 'off';
    field.setAttribute('aria-label', 'Search in ' + entries.getAttribute('data-find'));
    entries.before(field);
  }

  /* Entries of one facet that hold the text; the ones that were left out are fetched first. */
  function find(field) {
    release();
    var body = field.parentNode, more = one('[data-more]', body);
    if (more && !more.hidden) {
      more.hidden = true;
      fetch(more.href, { credentials: 'same-origin' }).then(function (answer) { return answer.text(); }).then(function (text) {
        var facet = CSS.escape(body.parentNode.getAttribute('data-facet'));
        var whole = one('[data-facet="' + facet + '"] .facet-list', new DOMParser().parseFromString(text, 'text/html'));
        if (!whole || !body.isConnected) return;
        one('.facet-list', body).replaceWith(document.adoptNode(whole));
        find(field);
      }).catch(function () { more.hidden = false; });
    }
    var words = field.value.trim().toLowerCase();
    all('.facet-list label', body).forEach(function (option) {
      option.hidden = option.textContent.toLowerCase().indexOf(words) < 0;
    });
  }

  /* What is cut off is told in full where the pointer rests. */
  list.addEventListener('pointerover', function (event) {
    var part = event.target.closest('.table-list td, .table-list th, .facet-list span');
    if (!part || part.hasAttribute('title')) return;
    var cut = [part].concat(all('a', part)).some(function (box) { return box.scrollWidth > box.clientWidth; });
    if (cut) part.setAttribute('title', part.textContent);
  });

  /* Values of a facet while one types. */
  var lookup;
  function values(field) {
    clearTimeout(lookup);
    if (field.value.trim().length < 2) return;
    lookup = setTimeout(function () {
      var query = new URLSearchParams(location.search);
      ['after', 'before', 'cols', 'sort', 'dir', 'paged', 'smart', 'more'].forEach(function (name) { query.delete(name); });
      query.set('facet', field.name);
      query.set('text', field.value.trim());
      fetch(field.getAttribute('data-values') + '?' + query).then(function (answer) {
        return answer.ok ? answer.text() : '';
      }).then(function (text) { field.list.innerHTML = text; }).catch(function () { /* no help then */ });
    }, 300);
  }

  /* Facets that are shut keep what they hold outside the page. */
  function tuck(facet) {
    var body = one('.facet-body', facet);
    if (facet.open) {
      if (facet.tucked) { facet.append(facet.tucked); facet.tucked = null; }
    } else if (body && !one('.badge', facet)) {
      facet.tucked = body;
      body.remove();
    }
  }
  /* Of the window; to ask for its innerHeight would lay out the page. */
  function taller(px) { return window.matchMedia('(min-height: ' + px + 'px)').matches; }

  /* Facets that stand open below the screen, by the least height of those above, wait for finish; so do the
   * entries of a long one that it shows when it is scrolled. */
  var VISIBLE = 12, waiting = [];
  function hold() {
    var px = 100;
    all('.facet').forEach(function (facet) {
      var body = facet.open && one('.facet-body', facet), entries = body ? all('.facet-list label', body) : [];
      if (body && !taller(px)) { body.remove(); waiting.push([facet, body]); }
      else if (entries.length > VISIBLE && one('.facet-long', body)) {
        var rest = document.createDocumentFragment();
        rest.append.apply(rest, entries.slice(VISIBLE));
        waiting.push([one('.facet-long', body), rest]);
      }
      px += 34 + Math.min(260, 26 * entries.length);
    });
  }
  function release() {
    waiting.splice(0).forEach(function (pair) { pair[0].append(pair[1]); });
  }
  list.addEventListener('toggle', function (event) {
    if (event.target.matches('.facet')) tuck(event.target);
  }, true);

  /* ---- rows without end: groups of rows come and go around what is visible */

  var GROUP = 10, wrap, table, above, below, gapTop, gapEnd, before, after, loading, still;

  function gap() {
    var body = document.createElement('tbody'), cell = body.insertRow().insertCell();
    body.className = 'gap';
    body.setAttribute('aria-hidden', 'true');
    cell.colSpan = one('thead tr', table).children.length;
    return body;
  }
  function height(part, px) { part.hidden = !px; part.rows[0].cells[0].style.height = px + 'px'; part.px = px; }

  /* A page of rows as groups; each knows the address of its page. */
  function groups(body) {
    var rows = Array.from(body.rows), made = [];
    for (var i = 0; i < rows.length; i += GROUP) {
      var part = document.createElement('tbody');
      part.from = body.getAttribute('data-from');
      rows.slice(i, i + GROUP).forEach(function (row) { part.append(row); });
      made.push(part);
    }
    return made;
  }

  /* What one sees at once. What lies below the screen comes when that has been painted: the browser has
   * half as much to lay out. Who comes back to a row is brought there before. */
  function start() {
    all('[data-find]').forEach(finder);
    all('.facet').forEach(tuck);
    if (!asked) hold();
    all('[data-keys]').forEach(function (keys) { keys.hidden = !shortcuts; });
    all('[data-with-script]').forEach(function (row) { row.hidden = false; });
    all('[data-page]').forEach(function (box) { box.hidden = false; });
    table = one('.table-list');
    gapTop = null; above = []; below = [];
    show();
    aim = history.state && history.state.row ? history.state : null;
    aimed = 0;
    if (table) {
      wrap = table.parentNode;
      if (one('[data-endless]')) spread();
      roles(wrap);
    }
    if (aim) finish(table);
    else requestAnimationFrame(function () { setTimeout(finish, 100, table); });
  }

  /* The rows in groups: those of the screen, as tick would have it before anything is scrolled; the others
   * are put away, so that the columns, which are as wide as what is there, stay where they are painted first. */
  function spread() {
    var first = one('tbody', table), made = groups(first);
    var row = narrow.matches ? 80 : { compact: 32, roomy: 46 }[list.getAttribute('data-density')] || 38;
    var shown = aim ? made.length : 1;
    while (shown < made.length && taller(200 + shown * GROUP * row)) shown += 1;
    one('[data-endless]').hidden = false;
    one('#l-foot [data-shown]').firstChild.textContent = '';
    one('#l-foot .pager').hidden = true;
    before = first.getAttribute('data-previous');
    after = first.getAttribute('data-next');
    above = []; loading = false; still = !aim;
    below = made.slice(shown).reverse().map(function (part) { return { part: part, ids: idsOf(part), px: GROUP * row, from: part.from }; });
    gapTop = gap(); gapEnd = gap();
    first.before(gapTop);
    first.replaceWith.apply(first, made.slice(0, shown));
    table.append(gapEnd);
    height(gapTop, 0); height(gapEnd, below.length * GROUP * row);
  }

  function finish(mine) {
    release();
    if (!table || mine !== table) return;
    grips();
    restore();
    tick();
  }

  /* ---- widths: the edge of a heading is dragged; a double click gives back the first width */

  var held;
  function grips() {
    all('thead th[data-col]', table).forEach(function (head) {
      var grip = document.createElement('span');
      grip.className = 'col-grip';
      grip.setAttribute('aria-hidden', 'true');
      head.append(grip);
    });
  }
  function columnOf(head) {
    var heads = Array.from(head.parentNode.children), at = heads.indexOf(head), set = one('colgroup', table);
    if (!set) {
      set = document.createElement('colgroup');
      heads.forEach(function () { set.append(document.createElement('col')); });
      table.prepend(set);
    }
    all('tr', table).forEach(function (row) {
      if (row.children.length === heads.length) row.children[at].classList.add('col-px');
    });
    return set.children[at];
  }
  function keep(name, px) {
    var menu = one('#l-menus form[method=post]'), sent = new URLSearchParams(new FormData(menu));
    sent.set('resize', name);
    sent.set('px', px);
    fetch(menu.action, { method: 'POST', body: sent, redirect: 'manual', credentials: 'same-origin' }).then(function () {
      go(sent.get('back'), 'push');
    }).catch(function () { /* as wide as it was dragged, until the next page */ });
  }
  list.addEventListener('pointerdown', function (event) {
    if (!event.target.classList.contains('col-grip') || event.button) return;
    var head = event.target.parentNode;
    held = { grip: event.target, head: head, x: event.clientX, from: head.getBoundingClientRect().width };
    held.grip.classList.add('is-held');
    held.grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  list.addEventListener('pointermove', function (event) {
    if (!held || (!held.col && Math.abs(event.clientX - held.x) < 3)) return;
    held.col = held.col || columnOf(held.head);
    held.px = Math.round(Math.min(800, Math.max(48, held.from + event.clientX - held.x)));
    held.col.setAttribute('width', held.px);
  });
  function drop() {
    if (!held) return;
    held.grip.classList.remove('is-held');
    if (held.px) keep(held.head.getAttribute('data-col'), held.px);
    held = null;
  }
  list.addEventListener('pointerup', drop);
  list.addEventListener('pointercancel', drop);
  list.addEventListener('dblclick', function (event) {
    if (event.target.classList.contains('col-grip')) keep(event.target.parentNode.getAttribute('data-col'), 0);
  });

  function live() { return Array.from(table.tBodies).filter(function (part) { return !part.classList.contains('gap'); }); }

  /* What can be seen of the table. */
  function sight() {
    var box = wrap.getBoundingClientRect();
    return { top: Math.max(0, box.top), end: Math.min(window.innerHeight, box.bottom) };
  }

  function take(part, stack, space) {
    var px = part.getBoundingClientRect().height;
    stack.push({ html: part.innerHTML, ids: idsOf(part), px: px, from: part.from });
    height(space, space.px + px);
    part.remove();
  }
  function put(stack, space) {
    var kept = stack.pop(), part = kept.part || document.createElement('tbody');
    if (!kept.part) part.innerHTML = kept.html;
    part.from = kept.from;
    if (space === gapTop) gapTop.after(part); else gapEnd.before(part);
    height(space, Math.max(0, stack.length ? space.px - kept.px : 0));
    mark(part);
  }

  function tick() {
    if (!table || !gapTop || !table.isConnected) return;
    var seen = sight(), room = still ? 0 : Math.min(400, (seen.end - seen.top) / 2), parts, moved = 0;
    do {
      parts = live();
      var more = false;
      if (below.length && gapEnd.getBoundingClientRect().top < seen.end + room) { put(below, gapEnd); more = true; }
      else if (above.length && gapTop.getBoundingClientRect().bottom > seen.top - room) { put(above, gapTop); more = true; }
      else if (parts.length > 1 && parts[0].getBoundingClientRect().bottom < seen.top - room - 200) { take(parts[0], above, gapTop); more = true; }
      else if (parts.length > 1 && parts[parts.length - 1].getBoundingClientRect().top > seen.end + room + 200) { take(parts[parts.length - 1], below, gapEnd); more = true; }
    } while (more && ++moved < 5000);
    if (!below.length && after && gapEnd.getBoundingClientRect().top < seen.end + 800) load(after, false);
    else if (!above.length && before && gapTop.getBoundingClientRect().bottom > seen.top - 800) load(before, true);
    remember();
  }

  /* Paper has no scrolling: all rows that came so far, how many these are, and no empty space for those that
   * are away. */
  window.addEventListener('beforeprint', function () {
    if (!table || !gapTop || !table.isConnected) return;
    while (above.length) put(above, gapTop);
    while (below.length) put(below, gapEnd);
    all('[data-printed]').forEach(function (count) {
      count.textContent = all('.table-list tbody:not(.gap) > tr').length.toLocaleString('en');
    });
  });
  window.addEventListener('afterprint', tick);

  function load(cursor, upwards) {
    if (loading) return;
    loading = true;
    var query = new URLSearchParams(location.search), mine = asked;
    query.delete('after'); query.delete('before');
    query.set('part', 'rows');
    var key = cursor.split('=')[0];
    query.set(key, decodeURIComponent(cursor.slice(key.length + 1)));
    fetch(location.pathname + '?' + query, { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      return answer.text();
    }).then(function (text) {
      loading = false;
      if (mine !== asked) return;
      var holder = document.createElement('template');
      holder.innerHTML = text;
      var body = one('tbody', holder.content);
      if (upwards) before = body.getAttribute('data-previous'); else after = body.getAttribute('data-next');
      var made = groups(body), tall = table.offsetHeight;
      if (upwards) gapTop.after.apply(gapTop, made); else gapEnd.before.apply(gapEnd, made);
      if (upwards) scroller().scrollTop += table.offsetHeight - tall;
      made.forEach(mark);
      restore();
      tick();
    }).catch(function () { loading = false; after = before = null; one('#l-foot .pager').hidden = false; });
  }

  function scroller() {
    return getComputedStyle(wrap).overflowY !== 'visible' && wrap.scrollHeight > wrap.clientHeight ? wrap : document.scrollingElement;
  }

  /* The address names the page that is read; the exact row is kept beside it, for Back. */
  var writing;
  function remember() {
    clearTimeout(writing);
    writing = setTimeout(function () {
      if (!table || !table.isConnected || aim) return;
      var seen = sight(), head = one('thead', table).getBoundingClientRect(), from = Math.max(seen.top, head.bottom > 0 ? head.bottom : 0);
      var row = all('tbody:not(.gap) > tr', table).find(function (r) { return r.getBoundingClientRect().bottom > from; });
      if (!row) return;
      var query = new URLSearchParams(location.search), page = row.parentNode.from || '';
      query.delete('after'); query.delete('before');
      if (page) query.set(page.split('=')[0], decodeURIComponent(page.replace(/^\w+=/, '')));
      var text = query.toString();
      history.replaceState({ row: one('a.cell-main', row).getAttribute('href'), px: row.getBoundingClientRect().top },
        '', location.pathname + (text ? '?' + text : ''));
    }, 150);
  }
  /* A row near the end of its page can be aimed at only when the next page is there. */
  var aim = null, aimed;
  function restore() {
    var link = aim && one('a.cell-main[href="' + CSS.escape(aim.row) + '"]', table);
    if (!link || ++aimed > 3) { aim = null; return; }
    var row = link.closest('tr');
    scroller().scrollTop += row.getBoundingClientRect().top - aim.px;
    if (Math.abs(row.getBoundingClientRect().top - aim.px) < 2) aim = null;
  }
  if ('scrollRestoration' in history) history.scrollRestoration = 'manual';
  document.addEventListener('scroll', function () { still = false; requestAnimationFrame(tick); }, { capture: true, passive: true });
  window.addEventListener('resize', function () { requestAnimationFrame(tick); });

  /* On a narrow screen rows are stacked by style, which takes away what a table is: roles say it. */
  var narrow = window.matchMedia('(max-width: 640px)');
  function roles(root) {
    if (!root || !narrow.matches) return;
    [['table', 'table'], ['thead, tbody:not(.gap)', 'rowgroup'], ['tr', 'row'], ['thead th', 'columnheader'],
      ['tbody th', 'rowheader'], ['td', 'cell']].forEach(function (pair) {
      all(pair[0], root).forEach(function (part) { if (!part.closest('.gap')) part.setAttribute('role', pair[1]); });
    });
  }
  narrow.addEventListener('change', function () { roles(wrap); });

  /* ---- choosing rows */

  var chosen = new Set(), every = false, partly = false, last = null;

  function boxes() { return all('.table-list .cell-check [name=id]'); }
  function idsOf(part) { return all('[name=id]', part).map(function (box) { return box.value; }); }
  function mark(part) {
    roles(part);
    all('[name=id]', part).forEach(function (box) {
      box.checked = every || chosen.has(box.value);
      box.closest('tr').classList.toggle('is-selected', box.checked);
    });
  }
  function show() {
    var bar = one('[data-bulk]'), note = one('[data-note]'), n = chosen.size;
    if (!bar) { note.hidden = true; return; }
    var total = one('#l-foot [data-shown] b'), noun = location.pathname.split('/').pop();
    bar.hidden = !n && !every;
    note.hidden = bar.hidden;
    var count = one('[data-count]', bar);
    count.hidden = false;
    count.textContent = (every ? total.textContent : n.toLocaleString()) + ' selected';
    one('[data-note-text]').textContent = every ? 'All ' + total.textContent + ' ' + noun + ' that match are selected.'
      : n.toLocaleString() + ' selected' + (partly ? ': rows shown so far. What you had not seen yet is not selected any more.' : '.');
    one('[data-note-all]').textContent = every ? 'Clear selection' : 'Select all ' + total.textContent + ' that match the filters';
    var head = one('[data-page]'), here = boxes();
    if (head) head.checked = here.length > 0 && here.every(function (box) { return box.checked; });
  }
  /* The rows that came so far, in their order, those that are put away too. */
  function came() {
    function ids(kept) { return kept.ids; }
    return above.map(ids).concat([idsOf(table)], below.map(ids).reverse()).flat();
  }
  function choose(ids, on) {
    if (every && !on) { every = false; partly = true; came().forEach(function (id) { chosen.add(id); }); }
    ids.forEach(function (id) { if (on) chosen.add(id); else chosen.delete(id); });
    mark(table);
    show();
  }
  function clear() {
    chosen.clear();
    every = partly = false;
    last = null;
    boxes().forEach(function (box) { box.checked = false; box.closest('tr').classList.remove('is-selected'); });
    show();
  }

  list.addEventListener('click', function (event) {
    var box = event.target;
    if (box.closest('[data-none]')) { clear(); return; }
    if (box.closest('[data-note-all]')) {
      if (every) clear(); else { every = true; partly = false; mark(table); show(); }
      return;
    }
    if (box.matches('td.cell-check')) { box = one('[name=id]', box); box.checked = !box.checked; }
    if (box.matches('[data-page]')) { choose(came(), box.checked); return; }
    if (!box.matches('.cell-check [name=id]')) return;
    var rows = event.shiftKey ? came() : [], from = rows.indexOf(last), to = rows.indexOf(box.value);
    choose(from < 0 ? [box.value] : rows.slice(Math.min(from, to), Math.max(from, to) + 1), box.checked);
    last = box.value;
  });

  /* Chosen rows that are not on the page any more are posted, too. */
  document.addEventListener('submit', function (event) {
    if (!event.target.matches('[data-bulk]')) return;
    var bulk = event.target, there = new Set(boxes().map(function (box) { return box.value; }));
    all('[data-extra]', bulk).forEach(function (field) { field.remove(); });
    function add(name, value) {
      var field = document.createElement('input');
      field.type = 'hidden'; field.name = name; field.value = value;
      field.setAttribute('data-extra', '');
      bulk.append(field);
    }
    if (every) add('all', '1');
    else chosen.forEach(function (id) { if (!there.has(id)) add('id', id); });
  });

  /* ---- keys */

  function active() { return one('.table-list tr.is-active'); }
  function move(step) {
    var rows = all('.table-list tbody:not(.gap) > tr'), at = rows.indexOf(active());
    var row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
    if (!row) return;
    if (active()) active().classList.remove('is-active');
    row.classList.add('is-active');
    one('a.cell-main', row).focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('keydown', function (event) {
    var target = event.target;
    if (event.key === 'Escape' && (chosen.size || every) && !target.closest('details.menu, [popover]')) { clear(); return; }
    if (!shortcuts || event.ctrlKey || event.metaKey || event.altKey || !table || target.isContentEditable ||
        (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== 'checkbox')) return;
    if (event.key === 'j' || event.key === 'k') { event.preventDefault(); move(event.key === 'j' ? 1 : -1); }
    else if (event.key === 'x' && active()) {
      var box = one('[name=id]', active());
      if (box) { choose([box.value], !box.checked); last = box.value; }
    }
  });
  list.addEventListener('focusin', function (event) {
    var row = event.target.closest('.table-list tbody tr');
    if (!row || row === active()) return;
    if (active()) active().classList.remove('is-active');
    row.classList.add('is-active');
    if (still) { still = false; tick(); }
  });

  /* A link to this view, columns included. */
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-share]');
    if (!link || !navigator.clipboard) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(function () { said.textContent = link.textContent = 'Copied'; });
  });

  start();
})();
