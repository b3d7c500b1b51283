/** What the world tells: truth, estimate, monitor and clock, as last published, with the tracks since the page opened. */

const SILENCE_LIMIT_MS = 3000;
const LONGEST_TRACK = 12000;
const VECTORS = ['x', 'y', 'z'];

/** Parameters that the page subscribes to, by their path below /world/. */
export const PARAMETERS = [
  ...['truth/r_CT_L_m', 'truth/v_CT_L_m_s', 'estimate/r_CT_L_m', 'estimate/v_CT_L_m_s', 'monitor/r_CT_L_m']
    .flatMap((name) => VECTORS.map((axis) => `${name}_${axis}`)),
  ...['range_m', 'propellant_kg', 'smallest_range_m', 'keep_out_entries', 'eclipse', 'beta_deg', 'mode', 'faults', 'fault_count',
    'contacts', 'last_contact_s', 'last_contact_speed_m_s', 'plume_force_N', 'plume_on_target', 'target_burns', 'target_delta_v_m_s']
    .map((name) => 'truth/' + name),
  'estimate/position_3sigma_m', 'estimate/error_m', 'monitor/position_3sigma_m',
  'clock/mission_time_s', 'clock/warp', 'clock/paused', 'clock/ended', 'clock/note',
];

export class TruthBoard {
  constructor() {
    this.names = new Map();
    this.values = new Map();
    this.tracks = { truth: [], estimate: [] };
    this.connected = false;
    this.reason = 'not connected yet';
    this.receivedAt_ms = -Infinity;
    this.utc = '';
    this.edition = 0;
  }

  /** Forgets the numbers of the last subscription. */
  reopen() {
    this.names.clear();
  }

  /** Takes one message of the topic `parameters`. */
  apply(message, now_ms) {
    for (const [numericId, id] of Object.entries(message.mapping ?? {})) {
      this.names.set(Number(numericId), id.name.replace('/world/', ''));
    }
    for (const value of message.values ?? []) {
      const name = this.names.get(Number(value.numericId));
      if (name !== undefined) {
        this.values.set(name, plain(value.engValue));
        this.utc = value.generationTime;
      }
    }
    if (message.values?.length) {
      this.receivedAt_ms = now_ms;
      this.edition += 1;
      this.extend('truth');
      this.extend('estimate');
    }
  }

  extend(kind) {
    const at = this.vector(kind + '/r_CT_L_m');
    const track = this.tracks[kind];
    const last = track.at(-1);
    if (at !== null && (last === undefined || Math.hypot(at.x - last.x, at.y - last.y, at.z - last.z) > 0.2)) {
      track.push(at);
      if (track.length > LONGEST_TRACK) {
        this.tracks[kind] = track.filter((point, i) => i % 2 === 0);
      }
    }
  }

  setConnected(connected, reason) {
    this.connected = connected;
    this.reason = reason;
  }

  /** A number, or null. */
  number(name) {
    const value = this.values.get(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  text(name) {
    const value = this.values.get(name);
    return value === undefined ? '' : String(value);
  }

  flag(name) {
    return this.values.get(name) === true;
  }

  vector(name) {
    const [x, y, z] = VECTORS.map((axis) => this.number(`${name}_${axis}`));
    return x === null || y === null || z === null ? null : { x, y, z };
  }

  /** Why what is shown is not of now; '' when it is. A paused or ended run stands still and is of now. */
  staleReason(now_ms, run) {
    if (!this.connected) {
      return 'Connection to the server lost: ' + this.reason;
    }
    if (run !== null && !run.connected) {
      return 'The instructor port is not connected';
    }
    const still = this.flag('clock/paused') || this.flag('clock/ended');
    return !still && now_ms - this.receivedAt_ms > SILENCE_LIMIT_MS ? 'The world sends no truth' : '';
  }
}

function plain(value) {
  if (value === undefined) {
    return null;
  }
  switch (value.type) {
    case 'BOOLEAN': return value.booleanValue === true;
    case 'STRING': case 'ENUMERATED': return value.stringValue ?? '';
    default: {
      const field = ['doubleValue', 'floatValue', 'sint32Value', 'uint32Value', 'sint64Value', 'uint64Value']
        .find((each) => value[each] !== undefined);
      return field === undefined ? 0 : Number(value[field]);
    }
  }
}
