import { levelOfVerdict, signOf } from './alarms.js';
import { h, setAttribute, setText } from './shared/dom.js';
import { distance, duration, number } from './shared/format.js';

/** The safety monitor's rules, with the figure that each is read with. */
const RULES = [
  { id: 'keep_out', label: 'Keep-out', figure: (p) => `${distance(p.number('safety/range_m'))} m` },
  { id: 'passive_safety', label: 'Passive', figure: (p) => `${distance(p.number('safety/passive_range_3sigma_m'))} m, ${duration(p.number('safety/passive_safe_for_s'))}` },
  { id: 'speed', label: 'Speed', figure: () => '' },
  { id: 'braking', label: 'Braking', figure: (p) => `${distance(p.number('safety/braking_distance_m'))} m` },
  { id: 'corridor', label: 'Corridor', figure: () => '' },
  { id: 'navigation', label: 'Navigation', figure: () => '' },
  { id: 'disagreement', label: 'Agreement', figure: (p) => `${distance(p.number('safety/disagreement_m'))} m` },
  { id: 'propellant', label: 'Propellant', figure: () => '' },
  { id: 'attitude_rate', label: 'Body rate', figure: (p) => `${number(p.number('safety/attitude_rate_deg_s'), 2)} °/s` },
  { id: 'wheels', label: 'Wheels', figure: () => '' },
  { id: 'thrusters', label: 'Thrusters', figure: (p) => `${number(p.number('safety/unexplained_force_N'), 2)} N` },
  { id: 'sun', label: 'Sun', figure: (p) => `${number(p.number('safety/sun_angle_deg'), 0)}°` },
  { id: 'battery', label: 'Battery', figure: (p) => `${number(100 * (p.number('safety/battery_charge') ?? NaN), 0)} %` },
  { id: 'ticks', label: 'Ticks', figure: () => '' },
  { id: 'dead_man', label: 'Live link', figure: (p) => duration(p.number('safety/ground_heard_age_s')) },
  { id: 'contact', label: 'Contacts', figure: (p) => `${number(p.number('contact/contacts_missed'), 0)} missed` },
];

/** The monitor's rules one by one; they watch in every mode, at a gate or not. */
export class RuleList {
  constructor() {
    this.rows = RULES.map((rule) => {
      const verdict = h('span', { class: 'verdict' });
      const figure = h('span', { class: 'figure' });
      const box = h('div', { class: 'rule', role: 'listitem', testid: 'rule-' + rule.id.replaceAll('_', '-') },
        h('span', { class: 'name', text: rule.label }), figure, verdict);
      return { rule, verdict, figure, box };
    });
    this.monitor = h('span', { class: 'quiet', testid: 'monitor-validity' });
    this.element = h('div', { class: 'rules' }, h('h3', {}, 'Safety monitor ', this.monitor),
      h('div', { class: 'rule-grid', role: 'list', 'aria-label': 'Safety rules' }, ...this.rows.map((row) => row.box)));
  }

  /** @param {import('./picture-stream.js').Picture} picture */
  draw(picture) {
    for (const { rule, verdict, figure, box } of this.rows) {
      const reading = picture.reading('safety/rule_' + rule.id);
      const text = reading.stale ? 'UNKNOWN' : reading.text || 'UNKNOWN';
      const level = levelOfVerdict(text);
      setText(verdict, `${signOf(level)} ${text === 'NOT_APPLICABLE' ? 'off' : text}`);
      setAttribute(verdict, 'data-level', level);
      setAttribute(box, 'data-verdict', text);
      setText(figure, reading.stale ? '' : rule.figure(picture));
    }
    const monitor = picture.reading('safety/monitor');
    const response = picture.text('safety/response_asked');
    setText(this.monitor, monitor.stale ? 'state unknown'
      : `${monitor.text.toLowerCase()}, 3σ ${distance(picture.number('safety/position_3sigma_m'))} m`
        + (response && response !== 'NONE' ? `, asks for ${response}` : ''));
  }
}
