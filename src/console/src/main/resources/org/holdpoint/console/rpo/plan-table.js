import { h, setAttribute, setShown, setText } from './shared/dom.js';
import { hash, number } from './shared/format.js';
import { LEG_KINDS, planHash } from './plan-hash.js';

const MOST_LEGS = 8;
const STEP_LIMIT_MS = 90000;
const COLUMNS = [
  { field: 'gateId', label: 'Gate', min: 1, max: 250, whole: true },
  { field: 'x', label: 'x radial [m]', min: -100000, max: 100000 },
  { field: 'y', label: 'y V-bar [m]', min: -100000, max: 100000 },
  { field: 'z', label: 'z cross [m]', min: -100000, max: 100000 },
  { field: 'duration_s', label: 'Duration [s]', min: 0, max: 90000 },
];

/** A table to edit a plan, with its hash, and the upload step by step. It covers the plots, never the abort strip. */
export class PlanTable {
  /**
   * @param {HTMLElement} place
   * @param {import('./session.js').Session} session
   */
  constructor(place, session) {
    this.session = session;
    this.place = place;
    this.legs = [];
    this.uploading = false;
    this.rows = h('tbody');
    this.planId = h('input', { id: 'plan-id', testid: 'plan-id', inputmode: 'numeric', autocomplete: 'off' });
    this.hashText = h('code', { testid: 'plan-new-hash' });
    this.note = h('p', { class: 'note', testid: 'plan-note', 'aria-live': 'polite' });
    this.upload = h('button', { type: 'button', class: 'primary', text: 'Upload…', testid: 'plan-upload', onclick: () => this.review() });
    this.confirm = h('button', { type: 'button', class: 'go', testid: 'plan-confirm', hidden: true, onclick: () => this.send() });
    this.planId.addEventListener('input', () => this.changed());
    place.append(
      h('div', { class: 'panel-head' }, h('h2', { text: 'Plan: edit and upload' }),
        h('button', { type: 'button', text: 'Close', testid: 'plan-close', onclick: () => this.show(false) })),
      h('table', {}, h('thead', {}, h('tr', {}, ...['Leg', 'Kind', ...COLUMNS.map((column) => column.label), '']
        .map((text) => h('th', { scope: 'col', text })))), this.rows),
      h('p', { class: 'quiet', text: 'Leg i departs from its gate. CIRCUMNAVIGATE: x, y, z are the semi-axes; duration 0 is one orbit; the sign of z is the sense. Other ellipses: x and z are semi-axes, y the along-track centre at the end. Elsewhere duration 0 lets the flight software choose.' }),
      h('div', { class: 'go-row' },
        h('button', { type: 'button', text: 'Add leg', testid: 'plan-add', onclick: () => this.add() }),
        h('button', { type: 'button', text: 'Copy from onboard', testid: 'plan-copy', onclick: () => this.copy() }),
        h('label', { for: 'plan-id', text: 'New plan id' }), this.planId,
        h('span', {}, 'hash ', this.hashText), this.upload, this.confirm), this.note);
  }

  show(shown) {
    setShown(this.place, shown);
    if (shown && this.legs.length === 0) {
      this.copy();
    }
  }

  copy() {
    const { picture } = this.session;
    this.legs = picture.planLegs();
    this.planId.value = String(((picture.number('plan/plan_id') ?? 0) % 65535) + 1);
    this.draw();
    setText(this.note, this.legs.length > 0 ? '' : 'No plan has been received from onboard yet.');
  }

  add() {
    if (this.legs.length < MOST_LEGS) {
      const last = this.legs.at(-1);
      this.legs.push({ kind: 'TWO_IMPULSE', gateId: (last?.gateId ?? 0) + 1, x: 0, y: last?.y ?? -1000, z: 0, duration_s: 0 });
      this.draw();
    }
  }

  draw() {
    this.rows.replaceChildren(...this.legs.map((leg, i) => this.row(leg, i)));
    this.changed();
  }

  row(leg, i) {
    const kind = h('select', { 'aria-label': `Kind of leg ${i + 1}` },
      ...LEG_KINDS.slice(1).map((name) => h('option', { value: name, text: name, selected: name === leg.kind })));
    kind.addEventListener('change', () => {
      leg.kind = kind.value;
      this.changed();
    });
    const cells = COLUMNS.map((column) => {
      const input = h('input', { value: String(leg[column.field]), inputmode: 'decimal', 'aria-label': `${column.label} of leg ${i + 1}`, title: `${column.min} to ${column.max}` });
      input.addEventListener('input', () => {
        const value = Number(input.value);
        const good = input.value.trim() !== '' && value >= column.min && value <= column.max && (!column.whole || Number.isInteger(value));
        setAttribute(input, 'aria-invalid', good ? null : 'true');
        leg[column.field] = good ? value : NaN;
        this.changed();
      });
      return h('td', {}, input);
    });
    const remove = h('button', { type: 'button', text: 'Remove', 'aria-label': `Remove leg ${i + 1}`, onclick: () => {
      this.legs.splice(i, 1);
      this.draw();
    } });
    return h('tr', { testid: 'plan-row' }, h('td', { text: String(i + 1) }), h('td', {}, kind), ...cells, h('td', {}, remove));
  }

  get isGood() {
    const id = Number(this.planId.value);
    return this.legs.length > 0 && Number.isInteger(id) && id >= 0 && id <= 65535
      && this.legs.every((leg) => COLUMNS.every((column) => Number.isFinite(leg[column.field])));
  }

  /** Any edit withdraws the review. */
  changed() {
    setText(this.hashText, this.isGood ? hash(planHash(this.legs)) : '–');
    setShown(this.confirm, false);
    setAttribute(this.upload, 'disabled', !this.isGood || this.uploading);
  }

  review() {
    if (this.session.epochState !== 'HELD' || !this.session.maySend('PLAN_COMMIT')) {
      setText(this.note, this.session.maySend('PLAN_COMMIT')
        ? 'Your session must hold the present epoch: take it at the gate panel.'
        : `Your role (${this.session.user.role}) may not upload a plan.`);
      return;
    }
    setText(this.note, `Sends PLAN_BEGIN, ${this.legs.length} × PLAN_LEG, PLAN_COMMIT with epoch ${this.session.epoch}. `
      + 'The plan onboard stays until COMMIT; a GO given for the old hash is then refused.');
    setText(this.confirm, `CONFIRM upload of plan ${number(Number(this.planId.value), 0)}`);
    setShown(this.confirm, true);
  }

  /** Sends the steps one by one, each after the vehicle reported the one before complete. */
  async send() {
    const plan_id = Number(this.planId.value);
    const legs = this.legs.map((leg) => ({ ...leg }));
    const { epoch } = this.session;
    const steps = [
      ['PLAN_BEGIN', { epoch, plan_id, leg_count: legs.length, plan_hash: planHash(legs) }],
      ...legs.map((leg, i) => ['PLAN_LEG', {
        epoch, leg_index: i + 1, kind: leg.kind, gate_id: leg.gateId,
        target_L_m_x: leg.x, target_L_m_y: leg.y, target_L_m_z: leg.z, duration_s: leg.duration_s,
      }]),
      ['PLAN_COMMIT', { epoch, plan_id }],
    ];
    this.uploading = true;
    this.changed();
    try {
      for (const [i, [name, args]] of steps.entries()) {
        setText(this.note, `Step ${i + 1} of ${steps.length}: ${name}…`);
        await this.step(name, args);
      }
      setText(this.note, `Plan ${plan_id} reported complete by the vehicle. The plots and the gate show it when its telemetry comes.`);
    } catch (fault) {
      setText(this.note, `Upload stopped: ${fault.message}. The plan onboard is unchanged unless COMMIT completed.`);
    } finally {
      this.uploading = false;
      this.changed();
    }
  }

  async step(name, args) {
    const id = await this.session.send(name, args);
    const until = performance.now() + STEP_LIMIT_MS;
    while (performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const record = this.session.log.get(id);
      if (record?.failed) {
        throw new Error(`${name} failed: ${record.reason}${record.notRadiated ? ' (not radiated)' : ''}`);
      }
      if (record?.completed) {
        return;
      }
    }
    throw new Error(`${name} was not reported complete within ${STEP_LIMIT_MS / 1000} s`);
  }
}
