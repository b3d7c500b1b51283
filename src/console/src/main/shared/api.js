/**
 * The HTTP side of a Yamcs server on the page's own origin: login, user, requests. The session is the cookie
 * `access_token`, the same as Yamcs's own pages use, so one login serves both. A cookie knows no port, and two Yamcs
 * servers on one host would overwrite each other's: so a page also keeps its own token, which its requests carry, and
 * puts it back into the cookie when the WebSocket, which can carry no header, is opened.
 */

const TOKENS_KEY = 'holdpoint.tokens';

const REFRESH_BEFORE_EXPIRY_MS = 120000;

/** A refused or failed request, with the server's own words. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'ApiError';
    /** HTTP status; 0 when the server was not reached. */
    this.status = status;
  }
}

let expired = false;

/** Whether the login is over: the server refused this page's last request for want of one. */
export function loginExpired() {
  return expired;
}

/**
 * GET or POST of JSON.
 * @param {string} path such as `/api/user`
 * @param {Object} [body] makes it a POST
 * @param {{timeout_ms?: number}} [options]
 * @returns {Promise<Object>}
 * @throws {ApiError}
 */
export async function request(path, body, options = {}) {
  let response = await send(path, body, options);
  if (response.status === 401 && (await refresh())) {
    response = await send(path, body, options);
  }
  expired = response.status === 401;
  if (response.ok) {
    const text = await response.text();
    return text === '' ? {} : JSON.parse(text);
  }
  throw new ApiError(response.status, await reason(response));
}

async function send(path, body, { timeout_ms = 10000 }) {
  const init = { credentials: 'same-origin', signal: AbortSignal.timeout(timeout_ms), headers: {} };
  const kept = tokens();
  if (kept.access) {
    init.headers.Authorization = 'Bearer ' + kept.access;
  }
  if (body !== undefined) {
    init.method = 'POST';
    init.headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  try {
    return await fetch(path, init);
  } catch (fault) {
    throw new ApiError(0, fault.name === 'TimeoutError'
        ? 'the server did not answer within ' + timeout_ms / 1000 + ' s'
        : 'the server was not reached');
  }
}

async function reason(response) {
  try {
    const answer = await response.json();
    return answer.msg ?? answer.error_description ?? 'HTTP ' + response.status;
  } catch {
    return 'HTTP ' + response.status;
  }
}

/**
 * Logs in with name and password and keeps the session in cookies.
 * @throws {ApiError}
 */
export async function login(username, password) {
  await token(new URLSearchParams({ grant_type: 'password', username, password }));
}

async function token(form) {
  let response;
  try {
    // by its own bytes and type: Yamcs does not know the content type that a browser gives a form, with a charset in it
    response = await fetch('/auth/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new TextEncoder().encode(form.toString()),
      credentials: 'same-origin',
    });
  } catch {
    throw new ApiError(0, 'the server was not reached');
  }
  if (!response.ok) {
    throw new ApiError(response.status, response.status === 401 || response.status === 403
      ? 'name or password is wrong' : await reason(response));
  }
  const answer = await response.json();
  sessionStorage.setItem(TOKENS_KEY, JSON.stringify({
    access: answer.access_token,
    refresh: answer.refresh_token ?? tokens().refresh,
    expires_ms: Date.now() + answer.expires_in * 1000,
  }));
  presentToken();
  if (answer.expires_in * 1000 > 2 * REFRESH_BEFORE_EXPIRY_MS) {
    // setTimeout counts in 32 bits of milliseconds
    setTimeout(refresh, Math.min(answer.expires_in * 1000 - REFRESH_BEFORE_EXPIRY_MS, 2 ** 31 - 1));
  }
}

/** What this page keeps of its login; else what the cookies hold. */
function tokens() {
  const cookie = (name) => {
    const match = new RegExp('(?:^|; )' + name + '=([^;]+)').exec(document.cookie);
    return match ? decodeURIComponent(match[1]) : null;
  };
  const kept = sessionStorage.getItem(TOKENS_KEY);
  return kept === null ? { access: cookie('access_token'), refresh: cookie('refresh_token'), expires_ms: null } : JSON.parse(kept);
}

/** Puts this page's own token into the cookies; call before anything that can carry no header. */
export function presentToken() {
  const { access, refresh: refreshToken, expires_ms } = tokens();
  if (access && expires_ms !== null) {
    document.cookie = `access_token=${encodeURIComponent(access)}; expires=${new Date(expires_ms).toUTCString()}; path=/; SameSite=Strict`;
  }
  if (refreshToken && expires_ms !== null) {
    document.cookie = `refresh_token=${encodeURIComponent(refreshToken)}; path=/; SameSite=Strict`;
  }
}

let refreshing = null;

/** Takes a new access token; false when that is not possible. Requests that ask at once share the answer. */
function refresh() {
  refreshing ??= renewLogin().finally(() => { refreshing = null; });
  return refreshing;
}

/**
 * By the refresh token; or, when the server has forgotten it because it was killed and came back, by the access token
 * itself, which the server signed with a key that it keeps.
 */
async function renewLogin() {
  const { refresh: refreshToken, access } = tokens();
  const grants = [
    refreshToken && { grant_type: 'refresh_token', refresh_token: refreshToken },
    access && { grant_type: 'authorization_code', code: access },
  ].filter(Boolean);
  for (const grant of grants) {
    try {
      await token(new URLSearchParams(grant));
      return true;
    } catch (fault) {
      if (fault.status !== 401 && fault.status !== 403) {
        return false; // not refused: the server is not there yet
      }
    }
  }
  sessionStorage.removeItem(TOKENS_KEY);
  return false;
}

/** Forgets the session. */
export function logout() {
  sessionStorage.removeItem(TOKENS_KEY);
  for (const name of ['access_token', 'refresh_token']) {
    document.cookie = name + '=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; SameSite=Strict';
  }
}

/**
 * The user of the session.
 * @returns {Promise<User|null>} null when nobody is logged in
 */
export async function currentUser() {
  try {
    return new User(await request('/api/user'));
  } catch (fault) {
    if (fault.status === 401 || fault.status === 403) {
      return null;
    }
    throw fault;
  }
}

/** Who is logged in, and what the account may send. The server decides; this only shows it in time. */
export class User {
  constructor(info) {
    this.name = info.name;
    this.superuser = info.superuser === true;
    this.roles = (info.roles ?? []).map((role) => role.name);
    const commands = (info.objectPrivileges ?? []).filter((privilege) => privilege.type === 'Command');
    this.commandPatterns = commands.flatMap((privilege) => privilege.object ?? privilege.objects ?? []);
  }

  /** The role in words. */
  get role() {
    return this.superuser ? 'superuser' : this.roles.join(', ') || 'no role';
  }

  /** Whether the account may send a command, by its qualified name. */
  maySend(qualifiedName) {
    return this.superuser || this.commandPatterns.some((pattern) => {
      try {
        return new RegExp('^(?:' + pattern + ')$').test(qualifiedName);
      } catch {
        return pattern === qualifiedName;
      }
    });
  }
}
