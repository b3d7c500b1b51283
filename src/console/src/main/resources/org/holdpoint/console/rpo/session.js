/**
 * What this operator's session holds: the flight, the user, and the authority epoch. The epoch was taken from
 * telemetry when this session took or acknowledged authority, and stays until the operator takes another; a command
 * carries this one, so a session that missed a handover is refused by the vehicle instead of acting on it.
 */

import { ApiError, request } from './shared/api.js';

const CONSOLE = 'holdpoint-console';

export class Session {
  /**
   * @param {import('./shared/api.js').User} user
   * @param {Object} flight FlightInfo
   * @param {import('./picture-stream.js').Picture} picture
   * @param {import('./shared/command-record.js').CommandLog} log
   */
  constructor(user, flight, picture, log) {
    this.user = user;
    this.flight = flight;
    this.picture = picture;
    this.log = log;
    this.storageKey = `holdpoint.epoch.${flight.instance}.${user.name}`;
    const kept = sessionStorage.getItem(this.storageKey);
    /** Epoch held by this session; null before it took one. */
    this.epoch = kept === null ? null : Number(kept);
    this.note = '';
    this.authorityRequest = null;
    this.sequence = 0;
  }

  /** The epoch that telemetry shows now; null when it is not known or stale. */
  get telemetryEpoch() {
    const reading = this.picture.reading('hk/authority_epoch');
    return reading.stale ? null : reading.number;
  }

  /** NONE held, HELD, or STALE when telemetry shows another. */
  get epochState() {
    if (this.epoch === null) {
      return 'NONE';
    }
    const shown = this.telemetryEpoch;
    return shown !== null && shown !== this.epoch ? 'STALE' : 'HELD';
  }

  /** The operator takes the epoch that telemetry shows. */
  adoptEpoch(note = 'taken by you') {
    const shown = this.telemetryEpoch;
    if (shown !== null) {
      this.epoch = shown;
      this.note = note;
      sessionStorage.setItem(this.storageKey, String(shown));
    }
  }

  /** Follows this session's own authority request: when it completes, the session takes the epoch that it made. */
  follow() {
    const record = this.authorityRequest && this.log.get(this.authorityRequest.id);
    if (!record) {
      return;
    }
    if (record.failed) {
      this.authorityRequest = null;
    } else if (record.completed && this.telemetryEpoch !== null
        && this.telemetryEpoch === this.authorityRequest.before + 1) {
      this.adoptEpoch('taken by your REQUEST_AUTHORITY');
      this.authorityRequest = null;
    }
  }

  /** Whether the account may send a command of the chaser. */
  maySend(name) {
    return this.user.maySend('/chaser/' + name);
  }

  /**
   * Sends a command of the chaser. The caller shows what becomes of it from the command history.
   * @param {string} name such as GO
   * @param {Object<string, *>} args all arguments, the epoch included
   * @param {{bypass?: boolean, comment?: string}} [options] bypass: by a frame that COP-1 cannot hold back
   * @returns {Promise<string>} its id in the command history
   * @throws {import('./shared/api.js').ApiError}
   */
  async send(name, args, options = {}) {
    if (this.picture.ended) {
      throw new ApiError(0, 'the run has ended');
    }
    const { instance, processor } = this.flight;
    const body = { args, origin: CONSOLE, sequenceNumber: ++this.sequence };
    if (options.comment) {
      body.comment = options.comment;
    }
    if (options.bypass) {
      body.extra = { cop1Bypass: { type: 'BOOLEAN', booleanValue: true } };
    }
    const before = this.telemetryEpoch;
    const path = `/api/processors/${encodeURIComponent(instance)}/${encodeURIComponent(processor)}/commands/chaser/${name}`;
    const answer = await request(path, body);
    if (name === 'REQUEST_AUTHORITY' && before !== null) {
      this.authorityRequest = { id: answer.id, before };
    }
    return answer.id;
  }
}
