/** How gate criteria read. */

import { DASH, duration, number } from './shared/format.js';

const CRITERIA = {
  NAVIGATION_VALID: { label: 'Navigation valid', yesNo: true },
  NAVIGATION_3_SIGMA_M: { label: 'Navigation 3σ', unit: 'm', decimals: 2, relation: '≤' },
  POSITION_ERROR_M: { label: 'Off hold point', unit: 'm', decimals: 2, relation: '≤' },
  SPEED_M_S: { label: 'Speed at hold', unit: 'm/s', decimals: 3, relation: '≤' },
  ATTITUDE_ERROR_DEG: { label: 'Pointing error', unit: '°', decimals: 2, relation: '≤' },
  MONITOR_AGREES_M: { label: 'Monitor agrees', unit: 'm', decimals: 2, relation: '≤' },
  NEXT_LEG_SAFE_M: { label: 'Next leg, 3σ range', unit: 'm', decimals: 1, relation: '≥' },
  PROPELLANT_KG: { label: 'Propellant after', unit: 'kg', decimals: 2, relation: '≥' },
  NO_SAFING: { label: 'No safing active', yesNo: true },
  MONITOR_VALID: { label: 'Monitor valid', yesNo: true },
  LIT_FOR_S: { label: 'Target lit for', time: true, relation: '≥' },
  DEPARTS_IN_S: { label: 'Departs in', time: true, relation: '<' },
};

const MOST_CRITERIA = 11;

/**
 * The criteria of the gate at hand.
 * @param {import('./picture-stream.js').Picture} picture
 * @returns {Array<{id: string, label: string, value: string, limit: string, verdict: string}>}
 */
export function criteriaOf(picture) {
  const rows = [];
  for (let i = 1; i <= MOST_CRITERIA; i++) {
    const name = `gate/criterion_${i}`;
    const id = picture.text(name + '_id');
    const verdict = picture.text(name + '_verdict') || 'UNKNOWN';
    if (id === '' || id === 'NONE') {
      continue;
    }
    const form = CRITERIA[id] ?? { label: id, unit: '', decimals: 2, relation: '' };
    const value = picture.reading(name + '_value');
    rows.push({
      id,
      label: form.label,
      verdict: value.stale ? 'UNKNOWN' : verdict,
      value: form.yesNo ? yesNo(verdict) : amount(form, value.number),
      limit: form.yesNo || verdict === 'NOT_APPLICABLE' ? ''
        : `${form.relation} ${form.time ? duration(picture.number(name + '_limit')) : sized(picture.number(name + '_limit'), form.decimals)}`,
    });
  }
  return rows;
}

function amount(form, value) {
  return form.time ? duration(value) : `${sized(value, form.decimals)} ${form.unit}`;
}

/** How long a GO given now would be kept for the light, s; 0 when the leg departs at once. */
export function departsIn_s(picture) {
  for (let i = 1; i <= MOST_CRITERIA; i++) {
    if (picture.text(`gate/criterion_${i}_id`) === 'DEPARTS_IN_S') {
      return picture.number(`gate/criterion_${i}_value`) ?? 0;
    }
  }
  return 0;
}

/** Far away kilometres stand where near by centimetres do. */
function sized(value, decimals) {
  return number(value, Math.abs(value ?? 0) < 1000 ? decimals : 0);
}

function yesNo(verdict) {
  return { PASS: 'yes', FAIL: 'no' }[verdict] ?? DASH;
}

/**
 * Why GO cannot be given now; '' when it can. The vehicle checks all of it again.
 * @param {import('./picture-stream.js').Picture} picture
 * @param {import('./session.js').Session} session
 */
export function goObstacle(picture, session) {
  if (!session.maySend('GO')) {
    return `Your role (${session.user.role}) may not send GO.`;
  }
  if (picture.ended) {
    return 'The run has ended.';
  }
  if (picture.stale || picture.reading('gate/gate_id').stale) {
    return 'Criteria are not live: telemetry is stale.';
  }
  if ((picture.number('gate/gate_id') ?? 0) === 0) {
    return 'The vehicle waits at no gate.';
  }
  if ((picture.number('gate/next_leg_index') ?? 0) === 0) {
    return 'No leg departs from this gate.';
  }
  if (picture.number('gate/gate_open') !== 1 && picture.text('gate/gate_open') !== 'TRUE') {
    const failing = criteriaOf(picture).filter((row) => row.verdict === 'FAIL' || row.verdict === 'UNKNOWN');
    return failing.length > 0 ? `Gate closed: ${failing.map((row) => row.label).join(', ')}.` : 'Gate closed.';
  }
  if (session.epochState === 'NONE') {
    return 'Your session holds no authority epoch: take it first.';
  }
  return session.epochState === 'STALE' ? 'Your epoch is stale: adopt the present one first.' : '';
}
