import { levelOfVerdict, signOf } from './alarms.js';
import { Chips } from './shared/chips.js';
import { RuleList } from './rule-list.js';
import { criteriaOf, departsIn_s, goObstacle } from './gate-rules.js';
import { h, keyed, setAttribute, setShown, setText } from './shared/dom.js';
import { clockOf, DASH, duration, hash, number, words } from './shared/format.js';

const EXPIRIES_S = [60, 300, 900];
const TAI_OF_UNIX_EPOCH_S = 378691200;
/** Since 2017; for the text beside the sent value only, which is TAI. */
const TAI_MINUS_UTC_S = 37;

/** The gate at hand with its criteria, and GO behind a consent that shows exactly what will be sent. */
export class GatePanel {
  /**
   * @param {HTMLElement} place
   * @param {import('./session.js').Session} session
   */
  constructor(place, session) {
    this.session = session;
    this.consent = null;
    this.sentId = null;
    this.fault = '';
    this.title = h('h2', { testid: 'gate-title' });
    this.open = h('span', { class: 'verdict', testid: 'gate-open' });
    this.release = h('div', { class: 'release', testid: 'gate-release' });
    this.planLine = h('div', { class: 'facts', testid: 'gate-plan' });
    this.criteria = h('div', { class: 'criteria', role: 'list', 'aria-label': 'Gate criteria' });
    this.rules = new RuleList();
    this.noGate = h('p', { class: 'quiet', testid: 'no-gate' });
    this.epochLine = h('span', { testid: 'session-epoch' });
    this.adopt = h('button', { type: 'button', testid: 'adopt-epoch', onclick: () => session.adoptEpoch() });
    this.epoch = h('div', { class: 'epoch', testid: 'epoch' }, this.epochLine, this.adopt);
    this.obstacle = h('p', { class: 'obstacle', testid: 'go-obstacle' });
    this.expiry = h('select', { id: 'go-expiry', testid: 'go-expiry' },
      ...EXPIRIES_S.map((s) => h('option', { value: s, text: duration(s), selected: s === 300 })));
    this.go = h('button', { type: 'button', class: 'go', testid: 'go-button', onclick: () => this.askConsent() });
    this.ask = h('div', { class: 'go-row' }, this.go, h('label', { for: 'go-expiry' }, 'valid for'), this.expiry);
    this.willSend = h('dl', { class: 'will-send', testid: 'go-will-send' });
    this.confirm = h('button', { type: 'button', class: 'go', testid: 'go-confirm', onclick: () => this.sendGo() });
    this.consentBox = h('div', { class: 'consent', role: 'group', 'aria-label': 'Confirm GO', hidden: true },
      h('h3', { text: 'This will be sent, exactly:' }), this.willSend,
      h('div', { class: 'go-row' }, this.confirm,
        h('button', { type: 'button', text: 'Cancel', testid: 'go-cancel', onclick: () => this.withdraw('Cancelled, nothing sent.') })));
    this.note = h('p', { class: 'note', testid: 'go-note', 'aria-live': 'polite' });
    this.chips = new Chips();
    setShown(this.chips.element, false);
    place.append(h('div', { class: 'gate-head' }, this.title, this.open), this.release, this.planLine,
      h('div', { class: 'scroll' }, this.criteria, this.noGate, this.rules.element),
      h('div', { class: 'gate-foot' }, this.epoch, this.obstacle, this.ask, this.consentBox, this.note, this.chips.element));
    this.box = place;
  }

  /** @param {import('./picture-stream.js').Picture} picture */
  draw(picture) {
    this.picture = picture;
    const gate = picture.reading('gate/gate_id');
    setAttribute(this.box, 'data-stale', String(gate.stale));
    this.drawGate(picture, gate);
    this.rules.draw(picture);
    this.drawEpoch();
    this.drawGo(picture);
  }

  drawGate(picture, gate) {
    const atGate = (gate.number ?? 0) > 0;
    setText(this.title, !gate.known ? 'Gate unknown' : atGate ? `Gate ${gate.number}` : 'No gate at hand');
    const open = gate.stale ? 'UNKNOWN' : isOpen(picture) ? 'OPEN' : 'CLOSED';
    const level = { OPEN: 'ok', CLOSED: 'warning', UNKNOWN: 'unknown' }[open];
    setText(this.open, `${signOf(level)} ${open}`);
    setAttribute(this.open, 'data-level', level);
    setShown(this.open, atGate || gate.stale);
    const leg = picture.number('gate/next_leg_index') ?? 0;
    const flying = picture.number('hk/leg_index') ?? 0;
    setText(this.release, leg > 0 ? `GO releases leg ${leg}: ${legText(picture, leg)}`
      : flying > 0 ? `Flying leg ${flying}: ${legText(picture, flying)}` : 'No leg departs from here');
    setText(this.planLine, `Plan ${number(picture.number('gate/plan_id'), 0)} · hash ${hash(picture.number('gate/plan_hash'))}`
      + (atGate && picture.text('safety/monitor') !== 'INVALID' ? ` · hold safe for ${gate.stale ? 'UNKNOWN' : duration(picture.number('gate/hold_safe_for_s'))}` : '')
      + ` · latest GO of this flight: ${words(picture.text('gate/go_state'))}`);
    const rows = criteriaOf(picture);
    keyed(this.criteria, rows, (row) => row.id, makeCriterion, drawCriterion);
    setText(this.noGate, rows.length > 0 ? '' : gate.known ? 'Criteria appear when the vehicle waits at a gate.' : 'No gate telemetry yet.');
    setShown(this.noGate, rows.length === 0);
  }

  drawEpoch() {
    const { session } = this;
    const shown = session.telemetryEpoch;
    const state = session.epochState;
    setAttribute(this.epoch, 'data-state', state);
    setText(this.epochLine, state === 'NONE' ? 'Your session holds no epoch.'
      : state === 'STALE' ? `▲ Your epoch is stale: you hold ${session.epoch}, the vehicle has ${shown}.`
        : `Your epoch: ${session.epoch}${session.note ? ', ' + session.note : ''}`);
    setText(this.adopt, state === 'NONE' ? `Take epoch ${shown ?? DASH}` : `Adopt epoch ${shown ?? DASH}`);
    setShown(this.adopt, state !== 'HELD');
    setAttribute(this.adopt, 'disabled', shown === null);
  }

  drawGo(picture) {
    const obstacle = goObstacle(picture, this.session);
    const gate = picture.number('gate/gate_id') ?? 0;
    setText(this.go, gate > 0 ? `GO for gate ${gate}…` : 'GO…');
    setAttribute(this.go, 'disabled', obstacle !== '');
    setText(this.obstacle, obstacle);
    setShown(this.obstacle, obstacle !== '' && this.consent === null);
    if (this.consent !== null) {
      this.checkConsent(obstacle);
    }
    const record = this.sentId === null ? undefined : this.session.log.get(this.sentId);
    setShown(this.chips.element, record !== undefined);
    if (record !== undefined) {
      this.chips.draw(record);
      setText(this.note, `GO of ${clockOf(record.time)}`);
    }
  }

  /** What the consent is for must still be what telemetry shows. */
  checkConsent(obstacle) {
    const { consent } = this;
    const now = this.content(consent.validFor_s);
    const left_s = consent.expiry_tai_s - (onboardTai_s(this.picture) ?? consent.expiry_tai_s);
    if (now.gate_id !== consent.gate_id || now.plan_hash !== consent.plan_hash || now.epoch !== consent.epoch) {
      this.withdraw('Withdrawn, nothing sent: gate, plan or epoch changed while you were reading.');
    } else if (obstacle !== '') {
      this.withdraw('Withdrawn, nothing sent: ' + obstacle);
    } else if (left_s <= 0) {
      this.withdraw('Withdrawn, nothing sent: the expiry passed while you were reading.');
    } else {
      setText(this.confirm, `CONFIRM GO, gate ${consent.gate_id}`);
    }
  }

  content(validFor_s) {
    const now_s = onboardTai_s(this.picture);
    return {
      epoch: this.session.epoch,
      gate_id: this.picture.number('gate/gate_id'),
      plan_hash: this.picture.number('gate/plan_hash'),
      expiry_tai_s: now_s === null ? null : now_s + validFor_s,
      validFor_s,
    };
  }

  askConsent() {
    const consent = this.content(Number(this.expiry.value));
    if (goObstacle(this.picture, this.session) !== '' || consent.expiry_tai_s === null || consent.plan_hash === null) {
      return;
    }
    this.consent = consent;
    this.sentId = null;
    setText(this.note, '');
    const leg = this.picture.number('gate/next_leg_index');
    const expires = new Date((consent.expiry_tai_s - TAI_OF_UNIX_EPOCH_S - TAI_MINUS_UTC_S) * 1000);
    this.willSend.replaceChildren(...[
      ['Command', 'GO'],
      ['Gate', String(consent.gate_id)],
      ['Releases', `leg ${leg}: ${legText(this.picture, leg)}`],
      ...keptFor(this.picture),
      ['Plan hash', `${hash(consent.plan_hash)} (plan ${number(this.picture.number('gate/plan_id'), 0)})`],
      ['Expires', `${clockOf(expires.toISOString())} UTC, TAI ${consent.expiry_tai_s} s, in ${duration(consent.validFor_s)}`],
      ['Epoch', String(consent.epoch)],
    ].flatMap(([term, text]) => [h('dt', { text: term }), h('dd', { text })]));
    setShown(this.consentBox, true);
    setShown(this.ask, false);
    this.confirm.focus();
  }

  withdraw(note) {
    this.consent = null;
    setShown(this.consentBox, false);
    setShown(this.ask, true);
    setText(this.note, note);
  }

  async sendGo() {
    const { consent } = this;
    if (consent === null) {
      return;
    }
    const { epoch, gate_id, plan_hash, expiry_tai_s } = consent;
    this.withdraw('GO: handed to the server…');
    try {
      this.sentId = await this.session.send('GO', { epoch, gate_id, plan_hash, expiry_tai_s });
    } catch (fault) {
      setText(this.note, 'GO NOT SENT: ' + fault.message);
    }
  }
}

/** Whether the gate is open by telemetry. */
export function isOpen(picture) {
  return picture.number('gate/gate_open') === 1;
}

/** Present onboard time, whole TAI seconds since 1958; null when not known. */
function onboardTai_s(picture) {
  const tai_s = picture.number('gate/onboard_tai_s');
  return tai_s === null ? null : Math.floor(tai_s);
}

/** What the consent says of a leg that waits for the light. */
function keptFor(picture) {
  const wait_s = departsIn_s(picture);
  return wait_s > 20 ? [['Departs', `by itself in ${duration(wait_s)}, when the Sun stands behind; HOLD takes the GO back`]] : [];
}

function legText(picture, index) {
  const leg = picture.planLegs()[index - 1];
  if (leg === undefined) {
    return words(picture.text('gate/next_leg_kind'));
  }
  const drifts = ['PHASE', 'PARKING_ELLIPSE', 'WALKING_ELLIPSE', 'DEPART'].includes(leg.kind);
  const place = drifts
    ? `to V ${number(leg.y, 0)} m, apart by R ±${number(Math.abs(leg.x), 0)}, H ±${number(Math.abs(leg.z), 0)} m on the way`
    : leg.kind === 'CIRCUMNAVIGATE'
    ? `semi-axes R ${number(leg.x, 0)}, V ${number(leg.y, 0)}, H ${number(leg.z, 0)} m`
    : 'to ' + [['V', leg.y], ['R', -leg.x], ['H', -leg.z]]
      .filter(([axis, value]) => axis === 'V' || value !== 0)
      .map(([axis, value]) => `${axis} ${number(value, 0)}`).join(', ') + ' m';
  return `${words(leg.kind)} ${place}`;
}

function makeCriterion(row) {
  return h('div', { class: 'criterion', role: 'listitem', testid: 'gate-criterion', 'data-criterion': row.id },
    h('span', { class: 'name' }), h('span', { class: 'value' }), h('span', { class: 'limit' }), h('span', { class: 'verdict' }));
}

function drawCriterion(element, row) {
  const [name, value, limit, verdict] = element.children;
  const level = levelOfVerdict(row.verdict);
  setText(name, row.label);
  setText(value, row.value);
  setText(limit, row.limit);
  setText(verdict, `${signOf(level)} ${row.verdict === 'NOT_APPLICABLE' ? 'N/A' : row.verdict}`);
  setAttribute(verdict, 'data-level', level);
  setAttribute(element, 'data-verdict', row.verdict);
}
