// Accounts as people live with them, with script at full width and without it on a phone: refused,
// let in, invited, joined, second factor, signed out, a recovery code, an API token, a new password.
import crypto from 'node:crypto';
import { axe, base, batch, end, launch, ok, settings } from './support.mjs';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function code(secret) {
  const bits = [...secret.replaceAll(' ', '')].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const mac = crypto.createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0');
}

batch(['tenant', 'add', 'kestrel', '--name', 'Kestrel Works']);
const browser = await launch();
for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script, on a phone';
  const options = { javaScriptEnabled: script, viewport: script ? { width: 1440, height: 900 } : { width: 390, height: 844 } };
  const admin = await (await browser.newContext(options)).newPage();
  const guest = await (await browser.newContext(options)).newPage();
  const has = async (page, text, name) => ok((await page.content()).includes(text), `${name}, ${how}`, `${page.url()}: no "${text}"`);
  const at = (page, path, name) => ok(page.url() === base + path, `${name}, ${how}`, page.url());
  const clean = async (page, name) => {
    if (!script) return;
    const findings = await axe(page);
    ok(findings.length === 0, `axe finds nothing: ${name}`, findings.join('\n'));
  };
  const press = async (page, name) => { await page.getByRole('button', { name }).first().click(); await page.waitForLoadState(); };
  const follow = async (page, name) => { await page.locator('main').getByRole('link', { name }).first().click(); await page.waitForLoadState(); };

  // Refused, then back to where one wanted to go.
  await admin.goto(`${base}/admin/users`);
  await admin.fill('#f-email', settings.LEADGEN_ADMIN_EMAIL);
  await admin.fill('#f-password', 'not the password');
  await press(admin, 'Sign in');
  await has(admin, 'E-mail and password do not match', 'a wrong password is refused');
  ok(await admin.inputValue('#f-email') === settings.LEADGEN_ADMIN_EMAIL, `the address is still there, ${how}`);
  await clean(admin, 'a refused sign-in');
  await admin.fill('#f-password', settings.LEADGEN_ADMIN_PASSWORD);
  await press(admin, 'Sign in');
  at(admin, '/admin/users', 'the right one leads on');

  // Invited: a link that is shown once.
  const mail = `lena-${script ? 1 : 2}@kestrel.example`;
  await admin.goto(`${base}/kestrel/settings/members`);
  await follow(admin, 'Invite');
  await admin.fill('#f-email', mail);
  await admin.selectOption('#f-role', 'editor');
  await press(admin, 'Make the link');
  const link = await admin.inputValue('#secret');
  await clean(admin, 'an invitation');
  await admin.goto(`${base}/kestrel/settings/members`);
  await has(admin, mail, 'the invitation is listed');
  ok(!(await admin.content()).includes('/link/'), `the link is not shown again, ${how}`);

  // Joined.
  await guest.goto(link);
  await has(guest, 'Join Kestrel Works', 'the link says what it is for');
  await guest.fill('#f-name', 'Lena Join');
  await guest.fill('#f-password', 'password12');
  await guest.fill('#f-confirm', 'password12');
  await press(guest, 'Join');
  await has(guest, 'one of the passwords that are tried first', 'a common password is refused');
  ok(await guest.inputValue('#f-name') === 'Lena Join', `the name is still there, ${how}`);
  await clean(guest, 'a refused password');
  await guest.fill('#f-password', 'kolo most 1942');
  await guest.fill('#f-confirm', 'kolo most 1942');
  await press(guest, 'Join');
  at(guest, '/kestrel', 'who joins is in');
  ok((await guest.goto(`${base}/kestrel/settings/members`)).status() === 403, `an editor has no settings, ${how}`);
  await guest.goto(link);
  await has(guest, 'This link no longer works', 'the link works once');
  await clean(guest, 'a used link');

  // Second factor.
  await guest.goto(`${base}/account/second-factor`);
  await press(guest, 'Set up');
  await clean(guest, 'a second factor begun');
  await guest.fill('#f-code', code(await guest.locator('code.code').innerText()));
  await press(guest, 'Switch on');
  const codes = (await guest.locator('pre.code').innerText()).trim().split('\n');
  ok(codes.length === 10, `ten recovery codes, ${how}`, codes.join(' '));
  await clean(guest, 'recovery codes');

  // Signed out by the menu, in again in two steps.
  await guest.goto(`${base}/kestrel`);
  if (!script) await guest.locator('[popovertarget=nav]').first().click();
  await guest.locator('.usermenu summary').click();
  await press(guest, 'Sign out');
  at(guest, '/login', 'signed out');
  await guest.fill('#f-email', mail);
  await guest.fill('#f-password', 'kolo most 1942');
  await press(guest, 'Sign in');
  await clean(guest, 'the second step');
  await guest.fill('#f-code', '000000');
  await press(guest, 'Go on');
  await has(guest, 'That is not right', 'a wrong code is refused');
  await guest.fill('#f-code', codes[0]);
  await press(guest, 'Go on');
  at(guest, '/kestrel', 'a recovery code lets in');

  // An API token: shown once, works, revoked.
  await admin.goto(`${base}/kestrel/settings/tokens/new`);
  await admin.fill('#f-name', `Sheet ${script}`);
  await press(admin, 'Make the token');
  const headers = { Authorization: `Bearer ${await admin.inputValue('#secret')}` };
  const ask = async () => (await admin.request.get(`${base}/api/v1/kestrel/me`, { headers })).status();
  ok(await ask() === 200, `the token works, ${how}`);
  await admin.goto(`${base}/kestrel/settings/tokens`);
  await follow(admin, `Revoke… Sheet ${script}`);
  await press(admin, 'Revoke the token');
  at(admin, '/kestrel/settings/tokens', 'revoked');
  ok(await ask() === 401, `the revoked token is refused, ${how}`);

  // A new password by a link of a super admin ends the sessions.
  await admin.goto(`${base}/admin/users?q=${mail}`);
  await follow(admin, 'Lena Join');
  await follow(admin, 'Password link…');
  await press(admin, 'Make the link');
  const reset = await admin.inputValue('#secret');
  const other = await (await browser.newContext(options)).newPage();
  await other.goto(reset);
  await other.fill('#f-password', 'another kolo 1943');
  await other.fill('#f-confirm', 'another kolo 1943');
  await press(other, 'Set the password');
  ok(other.url().startsWith(`${base}/login/code`), `a new password is no way around the second factor, ${how}`, other.url());
  await guest.goto(`${base}/account`);
  ok(guest.url().startsWith(`${base}/login`), `the old session has ended, ${how}`, guest.url());
  await has(guest, 'You were signed out', 'and the page says so');
}
await browser.close();
end();
