import { Chips } from './chips.js';
import { h, keyed, setAttribute, setText } from './dom.js';
import { clockOf } from './format.js';

const MOST_ROWS = 60;

/** Commands of the flight, newest first, each with how far it got by report. */
export class CommandHistory {
  /**
   * @param {HTMLElement} place
   * @param {import('./command-record.js').CommandLog} log
   * @param {string[]} [stages] the stages that are shown; all when left out
   */
  constructor(place, log, stages) {
    this.stages = stages;
    this.log = log;
    this.rows = h('div', { class: 'rows', role: 'list', 'aria-label': 'Command history' });
    this.empty = h('p', { class: 'quiet', text: 'No command yet.' });
    this.chips = new WeakMap();
    place.append(this.rows, this.empty);
    this.edition = -1;
  }

  draw() {
    if (this.edition === this.log.edition) {
      return;
    }
    this.edition = this.log.edition;
    const records = this.log.newestFirst().slice(0, MOST_ROWS);
    setText(this.empty, this.log.loadFault || 'No command yet.');
    this.empty.hidden = records.length > 0 && this.log.loadFault === '';
    keyed(this.rows, records, (record) => record.id, () => this.make(), (row, record) => this.update(row, record));
  }

  make() {
    const chips = new Chips(this.stages);
    const row = h('div', { class: 'command-row', role: 'listitem', testid: 'command-row' },
      h('div', { class: 'command-line' }, h('time'), h('b'), h('span', { class: 'arguments' }), h('span', { class: 'by' })),
      chips.element);
    this.chips.set(row, chips);
    return row;
  }

  update(row, record) {
    const [time, name, args, by] = row.firstElementChild.children;
    setText(time, clockOf(record.time));
    setText(name, record.name);
    setText(args, record.argumentsText);
    setAttribute(args, 'title', record.argumentsText);
    setText(by, record.user);
    setAttribute(row, 'data-command', record.name);
    setAttribute(row, 'data-state', record.notRadiated ? 'not-radiated' : record.failed ? 'failed' : record.completed ? 'completed' : 'open');
    this.chips.get(row).draw(record);
  }
}
