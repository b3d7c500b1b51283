/** The refusal reasons of the flight software (PUS S1 failure codes) as sentences for an operator. */

import { number, words } from './format.js';

const MODES = ['DRIFT', 'HOLD', 'TRANSFER', 'FORCED_APPROACH', 'CIRCUMNAVIGATION', 'RETREAT', 'ABORT', 'ABORT_DRIFT', 'CHASE', 'PARK', 'ESCAPE', 'SAFE'];
const CRITERIA = ['NONE', 'NAVIGATION_VALID', 'NAVIGATION_3_SIGMA_M', 'POSITION_ERROR_M', 'SPEED_M_S',
  'ATTITUDE_ERROR_DEG', 'MONITOR_AGREES_M', 'NEXT_LEG_SAFE_M', 'PROPELLANT_KG', 'NO_SAFING', 'MONITOR_VALID'];

const SENTENCES = {
  UNKNOWN_COMMAND: () => 'the vehicle knows no such command',
  BAD_LENGTH: () => 'the command was longer or shorter than it must be',
  ARGUMENT_OUT_OF_RANGE: (a, b) => `argument ${number(a, 0)} is outside its range: ${number(b, 3)}`,
  STALE_EPOCH: (a, b) => `stale authority epoch: sent with ${number(a, 0)}, present is ${number(b, 0)}`,
  NOT_HOLDER: () => 'ground does not hold the authority over this function',
  WRONG_MODE: (a) => `not possible in mode ${words(MODES[a]) ?? number(a, 0)}`,
  WRONG_GATE: (a) => (a === 0 ? 'the vehicle waits at no gate' : `the vehicle waits at gate ${number(a, 0)}`),
  GATE_CLOSED: (a) => `the gate is closed: ${words(CRITERIA[a]) ?? 'criterion ' + number(a, 0)} is not met`,
  PLAN_CHANGED: () => 'the plan onboard is not the one consented to',
  GO_EXPIRED: () => 'the GO arrived after its expiry',
  PLAN_SEQUENCE: () => 'plan upload step out of order, or for another plan',
  PLAN_INCOMPLETE: () => 'legs are missing at COMMIT',
  PLAN_CRC: () => 'the hash of the uploaded plan is wrong',
  UNREACHABLE: () => 'the leg cannot be flown with two impulses in that time',
  UNAFFORDABLE: () => 'not enough propellant above the reserve',
  UNSAFE: () => 'the leg, or a missed burn in it, enters the keep-out sphere',
  NAVIGATION_INVALID: () => 'relative navigation is not valid',
  EFFECT_NOT_SEEN: () => 'accepted and started, but the effect was not seen in time',
  SAFING_ACTIVE: () => 'a safing response is in progress',
  ALREADY_SO: () => 'nothing to do: it is so already',
  UNKNOWN_STRUCTURE: () => 'no such housekeeping structure or event',
};

/**
 * A failure message as a sentence. Messages of the vehicle read `REFUSAL (parameter1, parameter2)`; all others are
 * passed on as they are.
 */
export function refusalInWords(message) {
  const match = /^\s*([A-Z_]+)\s*(?:\(\s*([^,]*),\s*([^)]*)\))?\s*$/.exec(message ?? '');
  const sentence = match && SENTENCES[match[1]];
  return sentence ? `${match[1]}: ${sentence(Number(match[2]), Number(match[3]))}` : message ?? '';
}
