import { h, setAttribute, setShown, setText } from './dom.js';
import { STAGES } from './command-record.js';

const SIGNS = { ok: '✓', bad: '✕', pending: '…', '': '·' };

/** The verification stages of one command as chips, with NOT RADIATED and the reason of a failure. */
export class Chips {
  /** @param {string[]} [only] the stages that are shown; all when left out */
  constructor(only) {
    this.shown = STAGES.filter((stage) => only === undefined || only.includes(stage.id));
    this.stages = this.shown.map((stage) => h('span', { class: 'chip', testid: 'chip-' + stage.id }));
    this.notRadiated = h('span', { class: 'chip not-radiated', testid: 'not-radiated', text: 'NOT RADIATED' });
    this.answer = h('span', { class: 'answer', testid: 'command-answer', hidden: true });
    this.reason = h('span', { class: 'reason', testid: 'command-reason', hidden: true });
    this.element = h('span', { class: 'chips' }, ...this.stages, this.reason, this.answer);
  }

  /** @param {import('./command-record.js').CommandRecord} record */
  draw(record) {
    this.shown.forEach((stage, i) => {
      const state = record.stage(stage);
      setText(this.stages[i], `${SIGNS[state]}\u2009${stage.label}`);
      setAttribute(this.stages[i], 'data-state', state || 'none');
    });
    if (!record.notRadiated) {
      this.notRadiated.remove();
    } else if (!this.notRadiated.isConnected) {
      this.element.insertBefore(this.notRadiated, this.reason);
    }
    setText(this.answer, record.answer);
    setShown(this.answer, record.answer !== '');
    setText(this.reason, record.reason);
    setShown(this.reason, record.reason !== '');
    setAttribute(this.reason, 'title', record.reason || null);
  }
}
