/**
 * Commands as Yamcs's command history tells them: updates come attribute by attribute and are pieced together here.
 * A stage is reached when an update says so, never because the one after it must imply it.
 */

import { request } from './api.js';
import { refusalInWords } from './refusals.js';

const MOST_RECORDS = 200;

/** Stages in order; keys are attribute names of the command history. */
export const STAGES = [
  { id: 'queued', label: 'queued', keys: ['Acknowledge_Queued'] },
  { id: 'released', label: 'released', keys: ['Acknowledge_Released'] },
  { id: 'sent', label: 'sent', keys: ['Acknowledge_Radiated', 'Acknowledge_Sent'] },
  { id: 'accepted', label: 'accepted', keys: ['Verifier_Accepted'] },
  { id: 'started', label: 'started', keys: ['Verifier_Started', 'Verifier_Execution'] },
  { id: 'completed', label: 'completed', keys: ['CommandComplete', 'Verifier_Complete'] },
];

const BAD = new Set(['NOK', 'TIMEOUT', 'CANCELLED']);

export class CommandRecord {
  constructor(id) {
    this.id = id;
    this.name = '';
    this.time = '';
    this.user = '';
    this.assignments = [];
    this.attributes = new Map();
  }

  /**
   * Takes one update.
   * @param {Object} entry
   * @param {boolean} [archived] it may be older than what is known: then only what is missing is taken
   */
  update(entry, archived = false) {
    this.name = (entry.commandName ?? this.name).split('/').pop();
    this.time = entry.generationTime ?? this.time;
    if (entry.assignments?.length) {
      this.assignments = entry.assignments
        .filter((each) => each.userInput !== false)
        .map((each) => ({ name: each.name, value: valueText(each.value) }));
    }
    for (const attribute of entry.attr ?? []) {
      if (!archived || !this.attributes.has(attribute.name)) {
        this.attributes.set(attribute.name, valueText(attribute.value));
      }
    }
    this.user = this.attributes.get('username') ?? this.user;
  }

  status(key) {
    return this.attributes.get(key + '_Status') ?? '';
  }

  message(key) {
    return this.attributes.get(key + '_Message') ?? '';
  }

  /** State of a stage: '' not reached, 'ok', 'pending', 'bad'. */
  stage(stage) {
    const states = stage.keys.map((key) => this.status(key)).filter((state) => state !== '' && state !== 'NEW');
    if (states.some((state) => BAD.has(state) && !(state === 'TIMEOUT' && this.isComplete))) {
      return 'bad'; // a missing report of a command that is complete by report is no failure of the command
    }
    // Under COP-1 "Sent" means acknowledged by the vehicle's receiver; radiation comes first and is enough.
    if (states.includes('OK')) {
      return 'ok';
    }
    if (this.attributes.get('CommandComplete_Status') !== undefined) {
      return ''; // the command is over: what was not reported will not be
    }
    return states.some((state) => state.startsWith('PENDING') || state.startsWith('SCHEDULED')) ? 'pending' : '';
  }

  /** The vehicle cannot have it: it did not leave the station. */
  get notRadiated() {
    const radiated = this.status('Acknowledge_Radiated');
    if (radiated === 'OK' || this.stage(STAGES[3]) === 'ok') {
      return false;
    }
    return BAD.has(radiated) || BAD.has(this.status('Acknowledge_Released'))
        || (radiated === '' && BAD.has(this.status('Acknowledge_Sent')));
  }

  /** No more is to come: completed or failed. */
  get over() {
    return this.completed || this.failed;
  }

  get completed() {
    return this.stage(STAGES[5]) === 'ok';
  }

  get isComplete() {
    return this.status('CommandComplete') === 'OK';
  }

  get failed() {
    return !this.completed && STAGES.some((stage) => this.stage(stage) === 'bad');
  }

  /** Why it failed, in words; '' when it did not. */
  get reason() {
    if (!this.failed) {
      return '';
    }
    for (const stage of STAGES) {
      for (const key of stage.keys) {
        const status = this.status(key);
        if (BAD.has(status)) {
          return refusalInWords(this.message(key))
              || (status === 'TIMEOUT' ? `no ${stage.label} report came in time` : `${stage.label}: ${status}`);
        }
      }
    }
    return '';
  }

  /** What the receiver said on completion; '' when nothing. */
  get answer() {
    return this.completed ? this.message('CommandComplete') : '';
  }

  /** The arguments on one line, without the epoch. */
  get argumentsText() {
    return this.assignments.filter((each) => each.name !== 'epoch')
      .map((each) => `${each.name} ${each.value}`).join(', ');
  }
}

/** A value of the Yamcs API as text. */
export function valueText(value) {
  if (value === undefined || value === null) {
    return '';
  }
  const field = ['stringValue', 'floatValue', 'doubleValue', 'sint32Value', 'uint32Value', 'sint64Value',
    'uint64Value', 'booleanValue', 'timestampValue'].find((each) => value[each] !== undefined);
  return field === undefined ? '' : String(value[field]);
}

/** The commands of a flight, newest first. */
export class CommandLog {
  constructor() {
    this.byId = new Map();
    this.loadFault = '';
    this.edition = 0;
  }

  clear() {
    this.byId.clear();
    this.edition += 1;
  }

  /** Reads what was sent before the subscription. */
  async load(instance) {
    try {
      const answer = await request(`/api/archive/${encodeURIComponent(instance)}/commands?limit=100&order=desc`);
      (answer.commands ?? answer.entry ?? []).reverse().forEach((entry) => this.update(entry, true));
      this.loadFault = '';
    } catch (fault) {
      this.loadFault = 'Earlier commands could not be read: ' + fault.message;
    }
    this.edition += 1;
  }

  /** Takes one update of the topic `commands`, or one from the archive. */
  update(entry, archived = false) {
    let record = this.byId.get(entry.id);
    if (record === undefined) {
      record = new CommandRecord(entry.id);
      this.byId.set(entry.id, record);
      if (this.byId.size > MOST_RECORDS) {
        this.byId.delete(this.byId.keys().next().value);
      }
    }
    record.update(entry, archived);
    this.edition += 1;
  }

  /** @returns {CommandRecord|undefined} */
  get(id) {
    return this.byId.get(id);
  }

  /** @returns {CommandRecord[]} */
  newestFirst() {
    return [...this.byId.values()].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
  }
}
