import { h, setAttribute, setShown, setText } from './shared/dom.js';
import { STAGES } from './command-record.js';

const SIGNS = { ok: '✓', bad: '✕', pending: '…', '': '·' };

/** The verification stages of one command as chips, with NOT RADIATED and the reason of a failure. */
export class Chips {
  constructor() {
    this.stages = STAGES.map((stage) => h('span', { class: 'chip', testid: 'chip-' + stage.id }));
    this.notRadiated = h('span', { class: 'chip not-radiated', testid: 'not-radiated', text: 'NOT RADIATED', hidden: true });
    this.reason = h('span', { class: 'reason', testid: 'command-reason', hidden: true });
    this.element = h('span', { class: 'chips' }, ...this.stages, this.notRadiated, this.reason);
  }

  /** @param {import('./command-record.js').CommandRecord} record */
  draw(record) {
    STAGES.forEach((stage, i) => {
      const state = record.stage(stage);
      setText(this.stages[i], `${SIGNS[state]} ${stage.label}`);
      setAttribute(this.stages[i], 'data-state', state || 'none');
    });
    setShown(this.notRadiated, record.notRadiated);
    setText(this.reason, record.reason);
    setShown(this.reason, record.reason !== '');
  }
}
