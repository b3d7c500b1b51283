import { levelOf, signOf, worst } from './alarms.js';
import { h, setAttribute, setText } from './shared/dom.js';
import { age, DASH, distance, duration, number, signed, words } from './shared/format.js';

/**
 * The six numbers, each with the values that it is read and judged from. A level is that of the worst alarm of
 * `alarms`, or critical when a rule of `rules` fails.
 */
const TILES = [
  {
    id: 'range', label: 'Range', unit: 'm', from: 'gnc/range_m', text: (v) => distance(v), rules: ['safety/rule_keep_out'], alarms: [],
    sub: (p) => (monitorKnows(p) ? `monitor ${distance(p.number('safety/range_m'))} m` : 'the monitor has no state of its own'),
  },
  {
    id: 'range-rate', label: 'Range rate', unit: 'm/s', from: 'gnc/range_rate_m_s', text: (v) => signed(v, 3),
    rules: ['safety/rule_speed'], alarms: [],
    sub: (p) => rateWord(p.number('gnc/range_rate_m_s')),
  },
  {
    id: 'closing-margin', label: 'Closing-speed margin', unit: 'm/s', from: 'safety/closing_speed_margin_m_s', text: (v, p) => (monitorKnows(p) ? signed(v, 3) : 'not judged'),
    rules: ['safety/rule_speed', 'safety/rule_braking'], alarms: ['derived/closing_speed_margin_m_s'],
    sub: (p) => (monitorKnows(p) ? `braking distance ${distance(p.number('safety/braking_distance_m'))} m` : 'the monitor judges within 3 km'),
  },
  {
    id: 'delta-v', label: 'Propellant Δv left', unit: 'm/s', from: 'hk/delta_v_left_m_s', text: (v) => number(v, 2),
    rules: ['safety/rule_propellant'], alarms: ['derived/delta_v_left_m_s'],
    sub: (p) => `used ${number(p.number('hk/delta_v_used_m_s'), 2)} m/s, ${number(p.number('hk/propellant_kg'), 2)} kg`,
  },
  {
    id: 'nav-sigma', label: 'Navigation 3σ', unit: 'm', from: 'gnc/position_3sigma_m', text: (v) => distance(v),
    rules: ['safety/rule_navigation', 'safety/rule_disagreement'], alarms: ['derived/navigation_3sigma_m', 'derived/navigation_invalid', 'derived/disagreement_m'],
    sub: (p) => words(p.text('gnc/navigation')) + (monitorKnows(p) ? `, monitor differs ${distance(p.number('safety/disagreement_m'))} m` : ', no monitor to compare'),
  },
  {
    id: 'next-event', label: 'Next event', unit: '', from: 'gnc/time_to_next_event_s', alarms: [], rules: [],
    text: (v, p) => (p.text('gnc/next_event') === 'NONE' ? 'none' : duration(v)),
    sub: (p) => (p.text('gnc/next_event') === 'NONE' ? nothingAhead(p) : words(p.text('gnc/next_event'))),
  },
];

/** Beyond the reach of its sensors the monitor sends zeros and old numbers. */
function monitorKnows(picture) {
  return picture.text('safety/monitor') !== 'INVALID';
}

function rateWord(rate_m_s) {
  return rate_m_s === null ? DASH : rate_m_s < -0.0005 ? 'closing' : rate_m_s > 0.0005 ? 'opening' : 'steady';
}

function nothingAhead(picture) {
  return (picture.number('gate/gate_id') ?? 0) > 0 ? `waiting at gate ${picture.number('gate/gate_id')}` : 'nothing foreseen';
}

/** Six tiles. */
export class KeyNumbers {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.tiles = TILES.map((definition) => {
      const tile = {
        definition,
        value: h('span', { class: 'number', testid: definition.id }),
        unit: h('span', { class: 'unit', text: definition.unit }),
        sign: h('span', { class: 'sign' }),
        sub: h('span', { class: 'sub' }),
      };
      tile.box = h('div', { class: 'tile', 'data-tile': definition.id },
        h('span', { class: 'label' }, definition.label, tile.sign), h('span', { class: 'line' }, tile.value, tile.unit), tile.sub);
      return tile;
    });
    place.append(...this.tiles.map((tile) => tile.box));
  }

  /** @param {import('./picture-stream.js').Picture} picture */
  draw(picture) {
    for (const { definition, box, value, unit, sign, sub } of this.tiles) {
      const reading = picture.reading(definition.from);
      const level = tileLevel(picture, definition, reading);
      setText(value, reading.stale ? 'UNKNOWN' : definition.text(reading.number, picture));
      setText(unit, reading.stale || !/\d/.test(value.textContent) ? '' : definition.unit);
      setText(sub, !reading.stale ? definition.sub(picture)
        : reading.known ? `last ${definition.text(reading.number, picture)} ${definition.unit}, ${age(staleAge(picture, reading))} old` : 'never received');
      setAttribute(box, 'data-level', level);
      setAttribute(box, 'data-stale', String(reading.stale));
      setText(sign, level === '' || level === 'ok' ? '' : `${signOf(level)} ${level}`);
    }
  }
}

function staleAge(picture, reading) {
  return picture.lost ? Math.max(reading.age_s, picture.telemetryAge_s) : reading.age_s;
}

function tileLevel(picture, definition, reading) {
  if (reading.stale) {
    return 'unknown';
  }
  if (definition.rules.some((rule) => picture.text(rule) === 'FAIL')) {
    return 'critical';
  }
  return levelOf(worst(reading.alarm, ...definition.alarms.map((name) => picture.reading(name).alarm)));
}
