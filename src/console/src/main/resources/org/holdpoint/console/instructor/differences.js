import { h, setAttribute, setText } from './shared/dom.js';
import { distance, number, signed, words } from './shared/format.js';

const ROWS = [
  { label: 'V-bar [m]', name: 'r_CT_L_m', axis: 'y', sign: 1, decimals: 2 },
  { label: 'R-bar [m]', name: 'r_CT_L_m', axis: 'x', sign: -1, decimals: 2 },
  { label: 'H-bar [m]', name: 'r_CT_L_m', axis: 'z', sign: -1, decimals: 2 },
  { label: 'V-bar rate [m/s]', name: 'v_CT_L_m_s', axis: 'y', sign: 1, decimals: 4 },
  { label: 'R-bar rate [m/s]', name: 'v_CT_L_m_s', axis: 'x', sign: -1, decimals: 4 },
  { label: 'H-bar rate [m/s]', name: 'v_CT_L_m_s', axis: 'z', sign: -1, decimals: 4 },
];

/** A table of truth, estimate, difference, and the monitor's position; and what else is true. */
export class Differences {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.cells = ROWS.map((row) => ({ row, cells: ['truth', 'estimate', 'difference', 'monitor'].map((column) =>
      h('td', { testid: `${row.name}_${row.axis}-${column}` })) }));
    this.table = h('table', { class: 'differences', testid: 'differences' },
      h('thead', {}, h('tr', {}, ...['', 'truth', 'estimate', 'estimate − truth', 'monitor'].map((text) => h('th', { scope: 'col', text })))),
      h('tbody', {}, ...this.cells.map(({ row, cells }) => h('tr', {}, h('th', { scope: 'row', text: row.label }), ...cells))));
    this.facts = {};
    const fact = (id, label) => {
      this.facts[id] = h('dd', { testid: id });
      return [h('dt', { text: label }), this.facts[id]];
    };
    place.append(this.table, h('dl', { class: 'facts' },
      ...fact('estimate-error', 'Estimate is off by'), ...fact('true-range', 'True range'), ...fact('smallest-range', 'Smallest true range'),
      ...fact('keep-out-entries', 'Keep-out entries'), ...fact('contacts', 'Contacts'), ...fact('plume', 'Plume on target'),
      ...fact('true-propellant', 'True propellant'), ...fact('light', 'Light'), ...fact('onboard-mode', 'Mode by telemetry')));
  }

  /** @param {import('./truth-board.js').TruthBoard} board */
  draw(board, stale) {
    setAttribute(this.table, 'data-stale', String(stale));
    for (const { row, cells } of this.cells) {
      const at = (kind) => {
        const value = board.number(`${kind}/${row.name}_${row.axis}`);
        return value === null ? null : row.sign * value;
      };
      const [truth, estimate, monitor] = [at('truth'), at('estimate'), at('monitor')];
      setText(cells[0], number(truth, row.decimals));
      setText(cells[1], number(estimate, row.decimals));
      setText(cells[2], truth === null || estimate === null ? '–' : signed(estimate - truth, row.decimals));
      setText(cells[3], number(monitor, row.decimals));
    }
    const error_m = board.number('estimate/error_m');
    const sigma_m = board.number('estimate/position_3sigma_m');
    const beyond = error_m !== null && sigma_m !== null && error_m > sigma_m;
    setText(this.facts['estimate-error'], `${distance(error_m)} m; navigation claims 3σ ${distance(sigma_m)} m${beyond ? ' ▲ beyond its claim' : ''}`);
    setAttribute(this.facts['estimate-error'], 'data-level', beyond ? 'warning' : null);
    setText(this.facts['true-range'], `${distance(board.number('truth/range_m'))} m`);
    setText(this.facts['smallest-range'], `${distance(board.number('truth/smallest_range_m'))} m`);
    const entries = board.number('truth/keep_out_entries');
    setText(this.facts['keep-out-entries'], number(entries, 0) + (entries > 0 ? ' ✕' : ''));
    setAttribute(this.facts['keep-out-entries'], 'data-level', entries > 0 ? 'critical' : null);
    const contacts = board.number('truth/contacts');
    setText(this.facts.contacts, number(contacts, 0) + (contacts > 0
      ? ` ✕ last at ${number(board.number('truth/last_contact_s'), 1)} s with ${number(board.number('truth/last_contact_speed_m_s'), 3)} m/s` : ''));
    setAttribute(this.facts.contacts, 'data-level', contacts > 0 ? 'critical' : null);
    const plume = board.flag('truth/plume_on_target');
    const push_N = board.number('truth/plume_force_N');
    setText(this.facts.plume, `${number(push_N === null ? null : 1000 * push_N, 1)} mN${plume ? ' ▲' : ''}`);
    setAttribute(this.facts.plume, 'data-level', plume ? 'warning' : null);
    setText(this.facts['true-propellant'], `${number(board.number('truth/propellant_kg'), 3)} kg`);
    setText(this.facts.light, `${board.flag('truth/eclipse') ? 'eclipse' : 'sunlit'}, β ${number(board.number('truth/beta_deg'), 1)}°`);
    setText(this.facts['onboard-mode'], words(board.text('truth/mode')));
  }
}
