import { ApiError, currentUser, login } from './api.js';
import { h, setShown, setText } from './dom.js';

/**
 * Asks for name and password until the server accepts them.
 * @param {HTMLElement} place where the form goes
 * @param {string} title what one logs in to
 * @returns {Promise<import('./api.js').User>}
 */
export function askForLogin(place, title) {
  return new Promise((resolve) => {
    const username = h('input', { id: 'username', name: 'username', autocomplete: 'username', required: true });
    const password = h('input', {
      id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true,
    });
    const button = h('button', { id: 'login', type: 'submit', class: 'primary', text: 'Log in' });
    const fault = h('p', { class: 'fault', role: 'alert', testid: 'login-fault', hidden: true });
    const form = h('form', { class: 'login', 'aria-label': 'Log in' },
      h('h1', {}, h('span', { class: 'mark', 'aria-hidden': 'true' }), title),
      h('label', { for: 'username', text: 'Name' }), username,
      h('label', { for: 'password', text: 'Password' }), password,
      button, fault,
      h('p', { class: 'quiet', text: 'The account is that of the Yamcs server; accounts are printed at the first start.' }));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      button.disabled = true;
      setShown(fault, false);
      try {
        await login(username.value, password.value);
        const user = await currentUser();
        if (user === null) {
          throw new ApiError(401, 'the login was not kept: are cookies allowed?');
        }
        place.replaceChildren();
        setShown(place, false);
        resolve(user);
      } catch (problem) {
        setText(fault, 'Login failed: ' + problem.message);
        setShown(fault, true);
      } finally {
        button.disabled = false;
      }
    });
    place.replaceChildren(form);
    setShown(place, true);
    username.focus();
  });
}
