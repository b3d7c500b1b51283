import { request } from './api.js';
import { h, keyed, setAttribute, setText } from './dom.js';
import { clockOf } from './format.js';

const MOST_KEPT = 1000;
const MOST_ROWS = 120;
const LEVELS = ['INFO', 'WATCH', 'WARNING', 'DISTRESS', 'CRITICAL', 'SEVERE'];
const SIGNS = { INFO: '·', WATCH: '△', WARNING: '▲', DISTRESS: '▲', CRITICAL: '✕', SEVERE: '✕' };

/** Events of the flight, newest first, filtered by severity and text. */
export class EventList {
  /**
   * @param {HTMLElement} head where the filter goes
   * @param {HTMLElement} place where the rows go
   */
  constructor(head, place) {
    this.events = new Map();
    this.level = h('select', { id: 'event-level', testid: 'event-level', 'aria-label': 'Least severity' },
      ...LEVELS.map((level) => h('option', { value: level, text: level === 'INFO' ? 'all' : '≥ ' + level.toLowerCase() })));
    this.words = h('input', { id: 'event-filter', testid: 'event-filter', type: 'search', placeholder: 'filter', 'aria-label': 'Text in events' });
    this.level.addEventListener('change', () => this.draw(true));
    this.words.addEventListener('input', () => this.draw(true));
    head.append(this.level, this.words);
    this.rows = h('div', { class: 'rows', role: 'log', 'aria-label': 'Events' });
    place.append(this.rows);
    this.dirty = true;
  }

  /** Reads what was before the subscription. */
  async load(instance) {
    try {
      const answer = await request(`/api/archive/${encodeURIComponent(instance)}/events?limit=200&order=desc`);
      (answer.events ?? answer.event ?? []).forEach((event) => this.add(event));
    } catch (fault) {
      this.add({ source: 'console', seqNumber: 0, severity: 'WARNING', type: 'CONSOLE', message: 'Earlier events could not be read: ' + fault.message, generationTime: '' });
    }
  }

  /** Takes one event. */
  add(event) {
    const key = `${event.generationTime} ${event.source} ${event.seqNumber}`;
    if (!this.events.has(key)) {
      this.events.set(key, { ...event, key, severity: severityOf(event) });
      if (this.events.size > MOST_KEPT) {
        this.events.delete(this.oldest());
      }
      this.dirty = true;
    }
  }

  oldest() {
    let oldest = null;
    for (const event of this.events.values()) {
      if (oldest === null || event.generationTime < oldest.generationTime) {
        oldest = event;
      }
    }
    return oldest.key;
  }

  draw(always = false) {
    if (!this.dirty && !always) {
      return;
    }
    this.dirty = false;
    const least = LEVELS.indexOf(this.level.value);
    const words = this.words.value.toLowerCase();
    const shown = [...this.events.values()]
      .filter((event) => LEVELS.indexOf(event.severity) >= least)
      .filter((event) => (words === '' ? !isProtocolDetail(event) : true))
      .filter((event) => words === '' || `${event.type} ${event.message} ${event.source}`.toLowerCase().includes(words))
      .sort((a, b) => (a.generationTime < b.generationTime ? 1 : a.generationTime > b.generationTime ? -1 : (b.seqNumber ?? 0) - (a.seqNumber ?? 0)))
      .slice(0, MOST_ROWS);
    keyed(this.rows, shown, (event) => event.key, makeRow, drawRow);
  }
}

/** Yamcs tells each step of COP-1 by its number; ours says what matters of it. A search finds it all the same. */
function isProtocolDetail(event) {
  return /^COP1_/.test(event.source ?? '') && event.type === 'STATE_CHANGE';
}

function severityOf(event) {
  const severity = event.severity ?? 'INFO';
  return { ERROR: 'CRITICAL', WARNING_NEW: 'WARNING' }[severity] ?? severity;
}

function makeRow() {
  return h('div', { class: 'event-row', testid: 'event-row' }, h('time'), h('span', { class: 'severity' }), h('span', { class: 'message' }));
}

function drawRow(row, event) {
  const [time, severity, message] = row.children;
  setText(time, clockOf(event.generationTime));
  setText(severity, SIGNS[event.severity] ?? '');
  setAttribute(severity, 'title', event.severity);
  setAttribute(severity, 'aria-label', event.severity.toLowerCase());
  setText(message, event.message ?? '');
  setAttribute(row, 'data-severity', event.severity);
  setAttribute(row, 'data-type', event.type ?? '');
  setAttribute(row, 'title', `${event.severity} · ${event.source ?? ''} · ${event.type ?? ''} · ${event.generationTime}`);
}
