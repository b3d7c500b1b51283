/**
 * What the console knows: the last picture of the server, and how old it is. One object, written here, read by
 * every view. A view asks {@link Picture#reading}; what it gets is already marked stale when anything on the way,
 * from the vehicle to this browser, is.
 */

const SILENCE_LIMIT_MS = 2500;
const PREDICTION_LIMIT_MS = 6000;
const LONGEST_TRACK = 20000;
const OLD_ANSWERS = new Set(['SAFE', 'UNSAFE', 'PASS', 'FAIL']);

/**
 * One value as it may be shown.
 * @typedef {Object} Reading
 * @property {number|null} number null when not a number or never received
 * @property {string} text constant of an enumeration; '' when never received. A stale verdict reads UNKNOWN
 * @property {boolean} stale too old to act on, or never received
 * @property {boolean} known received at least once
 * @property {number|null} age_s mission seconds
 * @property {string} alarm worst monitoring result; '' when none or stale
 */

/** @type {Reading} */
const NEVER = Object.freeze({ number: null, text: '', stale: true, known: false, age_s: null, alarm: '' });

/** A point of the flown track or a prediction, target-centred QSW, metres; t_s is mission time. */
function trackPoint(point) {
  return { t_s: Number(point.tS), x: Number(point.xM), y: Number(point.yM), z: Number(point.zM) };
}

/** Reads a prediction from its message. */
export function predictionOf(message) {
  const column = (values) => (values ?? []).map(Number);
  const [t, x, y, z, sigma] = [message.tS, message.xM, message.yM, message.zM, message.sigma3M].map(column);
  return {
    computedAt_s: Number(message.computedAtS),
    points: t.map((t_s, i) => ({ t_s, x: x[i], y: y[i], z: z[i], sigma3_m: sigma[i] ?? 0 })),
    smallestRange_m: Number(message.smallestRangeM),
    smallestRange3sigma_m: Number(message.smallestRange3sigmaM),
  };
}

export class Picture {
  constructor() {
    this.values = new Map();
    this.clock = null;
    this.link = null;
    this.connected = false;
    this.disconnectReason = 'not connected yet';
    this.receivedAt_ms = -Infinity;
    this.now_ms = 0;
    this.forgetDrawing();
  }

  forgetDrawing() {
    this.flown = [];
    this.holdPoints = [];
    this.drift = null;
    this.plan = null;
    this.predictedAt_ms = -Infinity;
    this.edition = 0;
  }

  /**
   * Takes one message of the topic `rpo-picture`.
   * @param {Object} message its JSON form
   * @param {number} now_ms monotonic time of this browser
   */
  apply(message, now_ms) {
    this.receivedAt_ms = now_ms;
    this.now_ms = now_ms;
    this.clock = message.clock ?? this.clock;
    this.link = message.link ?? this.link;
    for (const value of message.values ?? []) {
      this.values.set(value.name, value);
    }
    if (message.flownReset) {
      this.flown = [];
    }
    if (message.flown?.length) {
      this.flown.push(...message.flown.map(trackPoint));
      if (this.flown.length > LONGEST_TRACK) {
        this.flown = this.flown.filter((point, i) => i % 2 === 0 || i > LONGEST_TRACK - 2000);
      }
    }
    if (message.holdPoints?.length) {
      this.holdPoints = message.holdPoints.map((point) => ({
        name: point.name, gateId: Number(point.gateId), x: Number(point.xM), y: Number(point.yM), z: Number(point.zM),
      }));
    }
    if (message.drift || message.plan) {
      this.drift = message.drift ? predictionOf(message.drift) : this.drift;
      this.plan = message.plan ? predictionOf(message.plan) : null;
      this.predictedAt_ms = now_ms;
    }
    this.edition += 1;
  }

  /** Tells that the connection to the server came or went. */
  setConnected(connected, reason) {
    this.connected = connected;
    this.disconnectReason = reason;
  }

  /** Lets wall time pass; call before drawing. */
  tick(now_ms) {
    this.now_ms = now_ms;
  }

  /** The server itself is silent or gone. */
  get lost() {
    return !this.connected || this.now_ms - this.receivedAt_ms > SILENCE_LIMIT_MS;
  }

  /** Nothing on the page may be acted on. */
  get stale() {
    return this.lost || this.ended || this.link === null || this.link.stale;
  }

  /** The run has ended: what is shown is its last state, and nothing can be sent any more. */
  get ended() {
    return this.clock?.ended === true;
  }

  /** Why everything is stale, in words; '' when it is not. */
  get staleReason() {
    if (!this.connected) {
      return 'Connection to the server lost: ' + this.disconnectReason;
    }
    if (this.lost || this.link === null) {
      return 'The server sends no pictures';
    }
    if (this.link.stale && this.plannedLoss) {
      return `Planned loss of signal, next contact by ${this.link.contactSites}`;
    }
    return this.link.stale ? 'Telemetry is stale' : '';
  }

  /** The pass plan says that there is no signal now. */
  get plannedLoss() {
    return !this.lost && this.link?.contact === 'PLANNED_LOS';
  }

  /** Mission seconds to the planned loss of signal, or to the acquisition; null without a plan. */
  get contactChangesIn_s() {
    const value = Number(this.link?.contactChangesInS ?? NaN);
    return Number.isFinite(value) ? value : null;
  }

  /** Wall seconds since the last picture came. */
  get silence_s() {
    return (this.now_ms - this.receivedAt_ms) / 1000;
  }

  /** Age of the last good telemetry frame, mission seconds; -1 never. The time without pictures is added. */
  get telemetryAge_s() {
    if (this.link === null || Number(this.link.telemetryAgeS) < 0) {
      return -1;
    }
    const moving = this.clock?.paused ? 0 : Number(this.clock?.warp ?? 1);
    return Number(this.link.telemetryAgeS) + (this.lost ? this.silence_s * moving : 0);
  }

  /** Predictions are of now. */
  get predictionsFresh() {
    return !this.stale && this.now_ms - this.predictedAt_ms < PREDICTION_LIMIT_MS;
  }

  /**
   * @param {string} name such as `gnc/range_m`
   * @returns {Reading}
   */
  reading(name) {
    const value = this.values.get(name);
    if (value === undefined) {
      return NEVER;
    }
    const stale = this.stale || value.stale === true;
    const text = value.text ?? '';
    const number = value.number === undefined ? null : Number(value.number);
    return {
      number: Number.isNaN(number) ? null : number,
      text: stale && OLD_ANSWERS.has(text) ? 'UNKNOWN' : text,
      stale,
      known: true,
      age_s: Number(value.ageS),
      alarm: stale ? '' : value.alarm ?? '',
    };
  }

  /** Number of a value; null when it was never received. */
  number(name) {
    return this.reading(name).number;
  }

  /** Constant of a value; '' when it was never received. */
  text(name) {
    return this.reading(name).text;
  }

  /** A position or velocity of three values; null when one is missing. */
  vector(name) {
    const [x, y, z] = ['x', 'y', 'z'].map((axis) => this.number(`${name}_${axis}`));
    return x === null || y === null || z === null ? null : { x, y, z };
  }

  /** The legs of the plan onboard. */
  planLegs() {
    const count = Math.min(this.number('plan/leg_count') ?? 0, 8);
    return Array.from({ length: count }, (unused, i) => {
      const leg = `plan/leg_${i + 1}`;
      const target = this.vector(leg + '_target_L_m') ?? { x: 0, y: 0, z: 0 };
      return {
        kind: this.text(leg + '_kind'), gateId: this.number(leg + '_gate_id') ?? 0, ...target,
        duration_s: this.number(leg + '_duration_s') ?? 0,
      };
    });
  }
}

/**
 * Keeps a picture filled from the server.
 * @param {import('./shared/socket.js').Socket} socket
 * @param {string} instance
 * @param {Picture} picture
 * @param {function(string): void} onRefused
 */
export function streamPicture(socket, instance, picture, onRefused) {
  socket.subscribe('rpo-picture', { instance }, {
    vital: true,
    onOpen: () => picture.forgetDrawing(),
    onData: (message) => picture.apply(message, performance.now()),
    onRefused,
  });
}
