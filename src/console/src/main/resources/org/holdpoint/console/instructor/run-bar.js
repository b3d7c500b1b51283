import { logout } from './shared/api.js';
import { h, setAttribute, setText } from './shared/dom.js';
import { clockOf, missionTime, number } from './shared/format.js';

const WARPS = [1, 5, 20, 100];

/** Run, times, pause and warp, connection, user. */
export class RunBar {
  /**
   * @param {HTMLElement} place
   * @param {import('./shared/api.js').User} user
   * @param {Object} run RunInfo
   * @param {function(string, Object): Promise<boolean>} send sends an instructor's command
   */
  constructor(place, user, run, send) {
    const value = (testid) => h('span', { class: 'value', testid });
    this.time = value('mission-time');
    this.utc = h('span', { class: 'sub', testid: 'utc' });
    this.state = value('run-state');
    this.warpNote = h('span', { class: 'sub', testid: 'warp-note' });
    this.port = value('instructor-port');
    this.answer = h('span', { class: 'sub', testid: 'last-answer', 'aria-live': 'polite' });
    this.pause = h('button', { type: 'button', text: 'Pause', testid: 'pause', onclick: () => send('PAUSE', {}) });
    this.resume = h('button', { type: 'button', text: 'Resume', testid: 'resume', onclick: () => send('RESUME', {}) });
    this.warps = WARPS.map((warp) => h('button', {
      type: 'button', text: warp + '×', testid: 'warp-' + warp, 'aria-label': `Warp ${warp}`, onclick: () => send('SET_WARP', { warp }),
    }));
    place.append(
      h('div', { class: 'cell' }, h('span', { class: 'brand' }, h('span', { class: 'mark', 'aria-hidden': 'true' }), 'HOLDPOINT ',
        h('span', { class: 'truth-warning', text: 'INSTRUCTOR: shows the truth' })), h('span', { class: 'sub', text: run.title ?? run.instance })),
      h('div', { class: 'cell' }, h('span', { class: 'label', text: 'Mission time' }), this.time, this.utc),
      h('div', { class: 'cell' }, h('span', { class: 'label', text: 'Run' }), this.state, this.warpNote),
      h('div', { class: 'cell' }, h('span', { class: 'label', text: 'Time' }), h('span', { class: 'controls' }, this.pause, this.resume, ...this.warps)),
      h('div', { class: 'cell' }, h('span', { class: 'label', text: 'Instructor port' }), this.port, this.answer),
      h('div', { class: 'cell' }, h('span', { class: 'value', text: user.name, testid: 'user' }),
        h('button', { type: 'button', class: 'plain', text: 'Log out', testid: 'logout', onclick: () => { logout(); location.reload(); } })));
  }

  /** What the last action got for an answer from the server. */
  answered(text) {
    setText(this.answer, text);
  }

  /**
   * @param {import('./truth-board.js').TruthBoard} board
   * @param {Object} run RunInfo, asked for again and again
   * @param {boolean} stale
   */
  draw(board, run, stale) {
    const ended = board.flag('clock/ended');
    const paused = board.flag('clock/paused');
    const warp = board.number('clock/warp');
    setText(this.time, missionTime(board.number('clock/mission_time_s')));
    setText(this.utc, clockOf(board.utc) + ' UTC');
    setText(this.state, stale ? 'UNKNOWN' : ended ? 'ENDED' : paused ? 'PAUSED' : `RUNNING ${number(warp, 0)}×`);
    setAttribute(this.state, 'data-level', stale ? 'unknown' : ended || paused ? 'warning' : 'ok');
    setText(this.warpNote, board.text('clock/note'));
    setText(this.port, run.connected ? '✓ connected' : '✕ not connected');
    setAttribute(this.port, 'data-level', run.connected ? 'ok' : 'critical');
    setAttribute(this.pause, 'aria-pressed', String(paused && !stale));
    this.warps.forEach((button, i) => setAttribute(button, 'aria-pressed', String(WARPS[i] === warp && !stale)));
  }
}
