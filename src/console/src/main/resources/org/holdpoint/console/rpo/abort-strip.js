import { levelOfVerdict, signOf } from './alarms.js';
import { loginExpired } from './shared/api.js';
import { Chips } from './shared/chips.js';
import { h, setAttribute, setShown, setText } from './shared/dom.js';
import { distance, duration } from './shared/format.js';

const ARMED_FOR_MS = 10000;

/** The rungs. `bypass`: by a frame that COP-1 cannot hold back. `shows`: telemetry that confirms the effect. */
const RUNGS = [
  {
    name: 'HOLD', id: 'hold', key: 'F8', bypass: false, does: 'hold where it is passively safe',
    shows: (p) => p.text('safety/response_active') === 'HOLD' || p.text('hk/mode') === 'HOLD',
    meanwhile: { TRANSFER: 'finishing the transfer', CIRCUMNAVIGATION: 'flying the ellipse' },
  },
  {
    name: 'RETREAT', id: 'retreat', key: 'F9', bypass: false, does: 'back to the previous hold point',
    shows: (p) => p.text('safety/response_active') === 'RETREAT' || p.text('hk/mode') === 'RETREAT',
  },
  {
    name: 'ESCAPE', id: 'escape', key: 'F7', bypass: false, does: 'burn away by guidance, then drift',
    shows: (p) => p.text('safety/response_active') === 'ESCAPE' || p.text('hk/mode') === 'ESCAPE',
    meanwhile: { DRIFT: 'drifting away' },
  },
  {
    name: 'ABORT', id: 'abort', key: 'F10', bypass: true, does: "the monitor's own burn away, at once",
    shows: (p) => ['ABORT', 'ABORT_DRIFT'].includes(p.text('hk/mode')),
  },
];

/** HOLD, RETREAT, ESCAPE and ABORT with their live verdicts, each behind ARM and FIRE. Works whatever telemetry says. */
export class AbortStrip {
  /**
   * @param {HTMLElement} place
   * @param {import('./session.js').Session} session
   */
  constructor(place, session) {
    this.rungs = RUNGS.map((definition) => new Rung(definition, session, (rung) => this.armed(rung)));
    place.append(...this.rungs.map((rung) => rung.box));
    document.addEventListener('keydown', (event) => {
      const rung = this.rungs.find((each) => each.definition.key === event.key);
      if (rung && !event.altKey && !event.ctrlKey && !event.metaKey && !event.repeat) {
        event.preventDefault();
        rung.arm();
      } else if (event.key === 'Escape') {
        this.rungs.forEach((each) => each.disarm(''));
      }
    });
  }

  /** One armed rung at a time. */
  armed(rung) {
    this.rungs.filter((each) => each !== rung).forEach((each) => each.disarm(''));
  }

  /** @param {import('./picture-stream.js').Picture} picture */
  draw(picture) {
    this.rungs.forEach((rung) => rung.draw(picture));
  }
}

class Rung {
  constructor(definition, session, onArmed) {
    this.definition = definition;
    this.session = session;
    this.onArmed = onArmed;
    this.armedUntil_ms = 0;
    this.armedAt_ms = 0;
    this.fired = null;
    this.ended = false;
    const { id, name, key, does } = definition;
    this.verdict = h('span', { class: 'verdict', testid: id + '-verdict' });
    this.details = h('span', { class: 'details', testid: id + '-details' });
    this.armButton = h('button', { type: 'button', class: 'arm', testid: id + '-arm', 'aria-keyshortcuts': key, title: `${name}: ${does}. Key ${key}.` });
    this.fireButton = h('button', { type: 'button', class: 'fire', testid: id + '-fire', disabled: true });
    this.status = h('span', { class: 'fired', testid: id + '-status', 'aria-live': 'polite' });
    this.chips = new Chips();
    setShown(this.chips.element, false);
    this.armButton.addEventListener('click', () => this.toggle());
    this.fireButton.addEventListener('click', () => this.fire());
    for (const button of [this.armButton, this.fireButton]) {
      // A key held down must not run through ARM into FIRE.
      button.addEventListener('keydown', (event) => event.repeat && event.preventDefault());
    }
    this.box = h('section', { class: 'rung rung-' + id, 'aria-label': name, 'data-rung': id },
      h('div', { class: 'rung-name' }, h('b', { text: name }), h('kbd', { text: key })),
      h('div', { class: 'rung-says' }, this.verdict, this.details),
      h('div', { class: 'rung-does' }, this.armButton, this.fireButton),
      h('div', { class: 'rung-status' }, this.status, this.chips.element));
    this.drawButtons();
  }

  get isArmed() {
    return performance.now() < this.armedUntil_ms;
  }

  toggle() {
    if (!this.isArmed) {
      this.arm();
    } else if (performance.now() - this.armedAt_ms > 350) { // a double click arms once
      this.disarm('Cancelled, nothing sent');
    }
  }

  arm() {
    if (this.ended) {
      return;
    }
    this.armedAt_ms = performance.now();
    this.armedUntil_ms = this.armedAt_ms + ARMED_FOR_MS;
    this.onArmed(this);
    this.drawButtons();
    this.fireButton.focus();
    clearInterval(this.countdown);
    this.countdown = setInterval(() => {
      if (this.isArmed) {
        this.drawButtons();
      } else {
        this.disarm('Arming expired, nothing sent');
      }
    }, 100);
  }

  disarm(note) {
    if (this.armedUntil_ms === 0) {
      return;
    }
    clearInterval(this.countdown);
    this.armedUntil_ms = 0;
    const hadFocus = document.activeElement === this.fireButton;
    this.drawButtons();
    if (hadFocus) {
      this.armButton.focus();
    }
    if (note) {
      setText(this.status, note);
      setShown(this.chips.element, false);
      this.fired = null;
    }
  }

  async fire() {
    if (!this.isArmed) {
      return;
    }
    const { name, bypass } = this.definition;
    this.disarm('');
    this.fired = { id: null, fault: '' };
    const fired = this.fired;
    try {
      fired.id = await this.session.send(name, {}, { bypass });
    } catch (fault) {
      fired.fault = fault.message;
    }
  }

  drawButtons() {
    const armed = this.isArmed;
    const left = Math.max(0, (this.armedUntil_ms - performance.now()) / 1000);
    setText(this.armButton, armed ? 'Cancel' : 'Arm');
    setText(this.fireButton, armed ? `FIRE ${this.definition.name} ${left.toFixed(0)} s` : 'Fire');
    setAttribute(this.armButton, 'disabled', this.ended);
    setAttribute(this.fireButton, 'disabled', !armed);
    setAttribute(this.armButton, 'aria-pressed', String(armed));
    setAttribute(this.box, 'data-armed', String(armed));
  }

  draw(picture) {
    const { id } = this.definition;
    const reading = picture.reading(`safety/${id}_verdict`);
    const verdict = reading.stale ? 'UNKNOWN' : reading.text || 'UNKNOWN';
    const level = levelOfVerdict(verdict);
    if (picture.ended !== this.ended) {
      this.ended = picture.ended;
      this.disarm('');
      this.drawButtons();
    }
    setText(this.verdict, `${signOf(level)} ${verdict}`);
    setAttribute(this.verdict, 'data-level', level);
    const range_m = distance(picture.number(`safety/${id}_range_3sigma_m`), 100);
    const valid = duration(picture.number(`safety/${id}_valid_for_s`));
    setText(this.details, picture.ended ? 'the run has ended' : loginExpired() ? 'cannot be sent: log in first'
      : reading.stale ? (picture.connected ? 'stale; can fire' : 'stale; no connection to the server')
      : verdict === 'UNKNOWN' ? 'not judged'
      : `3σ ≥ ${range_m} m, ${valid}`);
    setAttribute(this.details, 'title', verdict === 'UNKNOWN' ? 'The monitor has no state to judge it by'
      : `3σ range stays at or above ${range_m} m; true for ${valid}`);
    this.drawFired(picture);
  }

  drawFired(picture) {
    if (this.fired === null) {
      return;
    }
    const record = this.fired.id === null ? undefined : this.session.log.get(this.fired.id);
    setShown(this.chips.element, record !== undefined);
    if (this.fired.fault) {
      setText(this.status, `${this.definition.name} NOT SENT: ${this.fired.fault}`);
    } else if (record === undefined) {
      setText(this.status, `${this.definition.name}: handed to the server…`);
    } else {
      this.chips.draw(record);
      const confirmed = !picture.stale && record.stage({ keys: ['Verifier_Accepted'] }) === 'ok' && this.definition.shows(picture);
      this.fired.everConfirmed ||= confirmed;
      setText(this.status, confirmed ? this.effect(picture) : record.notRadiated ? 'did not leave'
        : record.failed ? 'failed' : this.afterwards(picture));
      setAttribute(this.status, 'data-confirmed', String(confirmed));
    }
  }

  /** What telemetry shows of the effect. */
  effect(picture) {
    const { name, meanwhile } = this.definition;
    const mode = picture.text('hk/mode');
    return mode.startsWith(name) ? `✓ telemetry: mode ${mode}` : `✓ ${name} in force: ${meanwhile?.[mode] ?? 'mode ' + mode}`;
  }

  /** What has become of it where telemetry does not show the effect. */
  afterwards(picture) {
    const higher = picture.stale ? undefined
      : RUNGS.slice(RUNGS.indexOf(this.definition) + 1).find((rung) => rung.shows(picture));
    return higher ? 'superseded by ' + higher.name
      : this.fired.everConfirmed && !picture.stale ? 'was in force, is over' : 'waiting for telemetry';
  }
}
