import { h, setShown } from './shared/dom.js';

/**
 * A button that opens what the scenario teaches.
 * @param {Object} flight FlightInfo
 * @returns {HTMLElement}
 */
export function learningGoals(flight) {
  const goals = flight.learningGoals ?? [];
  const panel = h('div', { class: 'popover', id: 'learning-goals', role: 'region', 'aria-label': 'Learning goals', hidden: true, testid: 'learning-goals-text' },
    h('h2', { text: 'What this flight teaches' }),
    goals.length > 0 ? h('ul', {}, ...goals.map((goal) => h('li', { text: goal }))) : h('p', { text: 'The scenario states no learning goals.' }));
  const button = h('button', {
    type: 'button', class: 'plain', text: 'Goals', 'aria-expanded': 'false', 'aria-controls': 'learning-goals', testid: 'learning-goals',
  });
  const show = (shown) => {
    setShown(panel, shown);
    button.setAttribute('aria-expanded', String(shown));
  };
  button.addEventListener('click', () => show(panel.hidden));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && show(false));
  document.addEventListener('pointerdown', (event) => {
    if (!panel.contains(event.target) && event.target !== button) {
      show(false);
    }
  });
  return h('span', { class: 'goals' }, button, panel);
}
