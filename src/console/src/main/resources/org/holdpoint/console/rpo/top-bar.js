import { logout, request } from './shared/api.js';
import { h, setAttribute, setShown, setText } from './shared/dom.js';
import { age, clockOf, DASH, dateOf, duration, missionTime, number, words } from './shared/format.js';
import { learningGoals } from './learning-goals.js';

const WARPS = [1, 5, 20, 100];
const CALM_MODES = new Set(['HOLD', 'TRANSFER', 'CIRCUMNAVIGATION', 'FORCED_APPROACH', 'CHASE', 'PARK']);

/** Mode, authority, links, times, warp, age of telemetry, alarms, user. */
export class TopBar {
  /**
   * @param {HTMLElement} place
   * @param {import('./session.js').Session} session
   */
  constructor(place, session) {
    this.session = session;
    this.cells = {};
    const cell = (id, label, ...children) => {
      this.cells[id] = h('div', { class: 'cell cell-' + id }, h('span', { class: 'label', text: label }), ...children);
      return this.cells[id];
    };
    const value = (testid, kind = 'value') => {
      this[testid] = h('span', { class: kind, testid });
      return this[testid];
    };
    this.warpButtons = WARPS.map((warp) => h('button', {
      type: 'button', text: warp + '×', testid: 'warp-' + warp, 'aria-label': `Warp ${warp}`, onclick: () => this.askWarp(warp),
    }));
    this.alarmLink = h('a', {
      class: 'alarms', testid: 'alarms', target: '_blank', rel: 'noopener',
      href: `/alarms?c=${encodeURIComponent(session.flight.instance)}__${encodeURIComponent(session.flight.processor)}`,
    });
    place.append(
      h('div', { class: 'cell cell-title' },
        h('span', { class: 'brand' }, h('span', { class: 'mark', 'aria-hidden': 'true' }), 'HOLDPOINT'),
        h('span', { class: 'title' }, h('span', { text: session.flight.title ?? session.flight.instance, testid: 'scenario-title' }),
          learningGoals(session.flight))),
      cell('mode', 'Mode', value('mode', 'value mode'), value('mode-detail', 'sub')),
      cell('authority', 'Authority', value('authority'), value('authority-detail', 'sub')),
      cell('link', 'Link', h('span', { class: 'lamps' }, value('link-tm', 'lamp'), value('link-tc', 'lamp'), value('link-cop1', 'lamp')), value('contact', 'sub')),
      cell('unheard', 'If not commanded', value('unheard'), value('unheard-then', 'sub')),
      cell('age', 'Telemetry age', value('telemetry-age')),
      cell('time', 'UTC', value('utc'), value('mission-time', 'sub')),
      cell('warp', 'Warp', h('span', { class: 'warps', role: 'group', 'aria-label': 'Warp' }, ...this.warpButtons), value('warp-note', 'sub')),
      h('div', { class: 'cell cell-user' },
        h('span', { class: 'user' }, h('span', { text: session.user.name, testid: 'user' }),
          h('span', { class: 'role', text: session.user.role, testid: 'role' }),
          h('button', { type: 'button', class: 'plain', text: 'Log out', testid: 'logout', onclick: () => { logout(); location.reload(); } })),
        this.alarmLink));
    this.showAlarms(null);
  }

  /** @param {import('./picture-stream.js').Picture} picture */
  draw(picture) {
    for (const id of ['mode', 'authority', 'unheard', 'age', 'link', 'time']) {
      setAttribute(this.cells[id], 'data-stale', (id === 'link' || id === 'time' ? picture.lost || picture.ended : picture.stale) ? 'true' : 'false');
    }
    this.drawMode(picture);
    this.drawAuthority(picture);
    this.drawLinks(picture);
    this.drawUnheard(picture);
    this.drawTime(picture);
  }

  drawMode(picture) {
    const mode = picture.reading('hk/mode');
    setText(this.mode, mode.text || 'UNKNOWN');
    setAttribute(this.mode, 'data-level', !mode.known || mode.stale ? 'unknown'
      : mode.text.startsWith('ABORT') ? 'critical' : CALM_MODES.has(mode.text) ? 'ok' : 'warning');
    const response = picture.text('safety/response_active');
    const leg = picture.number('hk/leg_index') ?? 0;
    setText(this['mode-detail'], mode.known && mode.stale ? (picture.ended ? 'at the end of the run' : 'last known, stale')
      : response && response !== 'NONE' ? `safing ${response} in force`
        : leg > 0 ? `leg ${leg}: ${words(picture.text('hk/leg_kind'))}`
          : mode.known ? `for ${durationText(picture.number('hk/time_in_mode_s'))}` : '');
  }

  drawAuthority(picture) {
    const holder = (name) => ({ GROUND: 'GND', AUTONOMY: 'AUTO' }[picture.text(name)] ?? DASH);
    setText(this.authority, `TRN ${holder('hk/translation_holder')} · ATT ${holder('hk/attitude_holder')}`);
    setAttribute(this.authority, 'title', 'Who holds translation (TRN) and attitude (ATT): ground (GND) or autonomy (AUTO)');
    setText(this['authority-detail'], `${words(picture.text('hk/authority_level'))}, epoch ${number(picture.number('hk/authority_epoch'), 0)}`);
  }

  drawLinks(picture) {
    const lamp = (element, label, status, ok, title, planned = false) => {
      setText(element, (picture.lost ? '? ' : picture.ended ? '– ' : ok ? '✓ ' : planned ? '– ' : '✕ ') + label);
      setAttribute(element, 'data-level', picture.lost || picture.ended || (planned && !ok) ? 'unknown' : ok ? 'ok' : 'critical');
      setAttribute(element, 'title', title);
      setAttribute(element, 'data-status', picture.lost ? 'UNKNOWN' : status);
    };
    const link = picture.link;
    const fault = (status) => (status === 'OK' ? '' : ' ' + (status ?? DASH));
    lamp(this['link-tm'], 'TM' + fault(link?.tmStatus), link?.tmStatus, link?.tmStatus === 'OK' && !link.stale,
      `Telemetry link ${link?.tmStatus ?? DASH}, ${number(Number(link?.framesReceived ?? NaN), 0)} frames`, picture.plannedLoss);
    const changes_s = picture.contactChangesIn_s;
    setText(this.contact, picture.lost || changes_s === null ? ''
      : `${picture.plannedLoss ? 'planned LOS, AOS' : 'LOS'} in ${durationText(changes_s)}`);
    setAttribute(this.contact, 'title', changes_s === null ? '' : `${picture.plannedLoss ? 'Next contact' : 'In contact'} by the pass plan: ${link.contactSites}`);
    lamp(this['link-tc'], 'TC' + fault(link?.tcStatus), link?.tcStatus, link?.tcStatus === 'OK', `Telecommand link ${link?.tcStatus ?? DASH}`);
    const cop1 = link?.cop1State ?? '';
    lamp(this['link-cop1'], 'COP-1' + (/^(ACTIVE|S1)/.test(cop1) ? '' : ' ' + shortCop1(cop1)), cop1, /^(ACTIVE|S1)/.test(cop1),
      `COP-1 ${cop1 || DASH}, V(R) ${link?.cop1VR ?? DASH}. ABORT does not need it.`, picture.plannedLoss);
  }

  /** What the vehicle does by itself when no telecommand is accepted, and when. */
  drawUnheard(picture) {
    const step = (name) => {
      const response = picture.text(`contact/${name}_response`);
      const in_s = picture.number(`contact/${name}_response_in_s`);
      return in_s === null || in_s === 0 ? '' : `${!response || response === 'NONE' ? 'goes on' : response} in ${duration(in_s)}`;
    };
    const known = picture.reading('contact/next_response').known;
    setText(this.unheard, known ? step('next') || 'has left' : DASH);
    setText(this['unheard-then'], known ? [step('then') && `then ${step('then')}`, missed(picture)].filter(Boolean).join(' · ') : '');
    setAttribute(this.unheard, 'data-level', (picture.number('contact/contacts_missed') ?? 0) > 0 ? 'warning' : 'ok');
    setAttribute(this.unheard, 'title', 'Command-loss plan: only an accepted telecommand takes it back');
  }

  drawTime(picture) {
    const clock = picture.clock;
    setText(this.utc, clockOf(clock?.utc));
    setAttribute(this.utc, 'title', `${dateOf(clock?.utc)} UTC, mission time of the rehearsal`);
    setText(this['mission-time'], missionTime(clock ? Number(clock.missionTimeS) : null));
    setText(this['telemetry-age'], picture.ended ? 'ended' : age(picture.telemetryAge_s));
    setAttribute(this['telemetry-age'], 'data-level', !picture.stale ? 'ok' : picture.plannedLoss ? 'unknown' : 'critical');
    const state = clock === null ? '' : clock.ended ? 'run ended' : clock.paused ? 'PAUSED' : !clock.connected ? 'clock lost' : '';
    const warp = Number(clock?.warp ?? NaN);
    const note = [state, this.warpAnswer ?? '', clock?.warpNote ?? ''].filter(Boolean).join(' · ');
    setText(this['warp-note'], note || `${number(warp, 0)}× now`);
    setAttribute(this['warp-note'], 'title', note);
    this.warpButtons.forEach((button, i) => setAttribute(button, 'aria-pressed', String(WARPS[i] === warp && !picture.lost)));
  }

  async askWarp(warp) {
    try {
      await request('/api/rpo/warp', { warp });
      this.warpAnswer = `${warp}× asked for`;
    } catch (fault) {
      this.warpAnswer = 'refused: ' + fault.message;
    }
    clearTimeout(this.warpTimer);
    this.warpTimer = setTimeout(() => { this.warpAnswer = ''; }, 4000);
  }

  /** Takes the topic `global-alarm-status`; null before anything is known. */
  showAlarms(status) {
    const unacknowledged = status?.unacknowledgedCount ?? 0;
    const acknowledged = status?.acknowledgedCount ?? 0;
    setAttribute(this.alarmLink, 'data-level', status === null ? 'unknown' : unacknowledged > 0 ? 'critical' : acknowledged > 0 ? 'warning' : 'ok');
    setText(this.alarmLink, status === null ? '? alarms unknown'
      : unacknowledged > 0 ? `▲ ${unacknowledged} alarm${unacknowledged > 1 ? 's' : ''}: acknowledge`
        : acknowledged > 0 ? `△ ${acknowledged} acknowledged` : '✓ no alarms');
    setShown(this.alarmLink, true);
  }
}

function durationText(value_s) {
  return value_s === null ? DASH : value_s < 60 ? number(value_s, 0) + ' s' : number(value_s / 60, 0) + ' min';
}

function missed(picture) {
  const contacts = picture.number('contact/contacts_missed') ?? 0;
  return contacts > 0 ? `${contacts} contact${contacts > 1 ? 's' : ''} missed` : '';
}

function shortCop1(state) {
  return state === '' ? DASH : state.toLowerCase().replaceAll('_', ' ');
}
