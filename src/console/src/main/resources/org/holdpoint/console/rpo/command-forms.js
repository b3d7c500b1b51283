/** Argument forms of commands, from the mission database: pure functions around one description. */

/** The scenario's commands in the panel's order. `at`: where the console has a better place for it. */
export const COMMANDS = [
  { name: 'REQUEST_AUTHORITY' },
  { name: 'GO', at: 'gate' },
  { name: 'HOLD', at: 'strip' },
  { name: 'RETREAT', at: 'strip' },
  { name: 'ESCAPE', at: 'strip' },
  { name: 'ABORT', at: 'strip' },
  { name: 'RESUME' },
  { name: 'TRANSFER_TO' },
  { name: 'SET_POINTING' },
  { name: 'REINITIALISE_NAVIGATION' },
  { name: 'PLAN', at: 'plan' },
  { name: 'ARE_YOU_ALIVE' },
  { name: 'REPORT_HOUSEKEEPING' },
  { name: 'ENABLE_HOUSEKEEPING' },
  { name: 'DISABLE_HOUSEKEEPING' },
  { name: 'ENABLE_EVENT' },
  { name: 'DISABLE_EVENT' },
];

/** Arguments of which a bare name would mislead. */
const HINTS = {
  target_L_m_x: 'radial out; R-bar is −x',
  target_L_m_y: 'along-track, V-bar',
  target_L_m_z: 'cross-track; H-bar is −z',
  structure: '1 hk, 2 gate, 3 plan, 10 gnc, 11 nav, 20 safety',
};

/**
 * One argument as the form needs it.
 * @typedef {{name: string, description: string, unit: string, kind: string, min: number|null, max: number|null,
 *     options: string[], initial: string, hint: string}} ArgumentForm
 */

/**
 * @param {Object} command CommandInfo of Yamcs
 * @returns {{name: string, description: string, significance: string, warning: string, args: ArgumentForm[]}}
 */
export function formOf(command) {
  const significance = command.effectiveSignificance ?? command.significance ?? {};
  return {
    name: command.name,
    description: command.shortDescription ?? '',
    significance: significance.consequenceLevel ?? 'NONE',
    warning: significance.reasonForWarning ?? '',
    args: (command.argument ?? []).map(argumentForm),
  };
}

function argumentForm(argument) {
  const type = argument.type ?? {};
  const limit = (value) => (value === undefined ? null : Number(value));
  return {
    name: argument.name,
    description: argument.description ?? '',
    unit: (type.unitSet ?? []).map((unit) => unit.unit).join(' '),
    kind: type.engType ?? 'string',
    min: limit(type.rangeMin),
    max: limit(type.rangeMax),
    options: (type.enumValue ?? []).map((value) => value.label),
    initial: argument.initialValue ?? '',
    hint: HINTS[argument.name] ?? '',
  };
}

/** Name of an argument with its unit once, for a label. */
export function labelOf(argument) {
  if (argument.unit === '') {
    return argument.name;
  }
  const name = argument.name.replace(/_L_m(_s)?_([xyz])$/, ' $2').replace(/_(m_s|m|s|deg)$/, '');
  return `${name} [${argument.unit}]`;
}

/** Whether a command is sent only after a review of what will be sent. */
export function needsReview(form) {
  return !['NONE', 'WATCH'].includes(form.significance);
}

/**
 * Reads what was typed for an argument.
 * @param {ArgumentForm} argument
 * @param {string} text
 * @returns {{value: *, fault: string}} fault is '' when the value may be sent
 */
export function readArgument(argument, text) {
  const typed = text.trim();
  if (argument.options.length > 0) {
    return argument.options.includes(typed) ? { value: typed, fault: '' } : { value: null, fault: 'choose one' };
  }
  if (!['float', 'integer', 'double'].includes(argument.kind)) {
    return { value: typed, fault: '' };
  }
  const value = Number(typed.replace('−', '-').replace(',', '.'));
  if (typed === '' || !Number.isFinite(value)) {
    return { value: null, fault: 'a number is needed' };
  }
  if (argument.kind === 'integer' && !Number.isInteger(value)) {
    return { value: null, fault: 'a whole number is needed' };
  }
  if ((argument.min !== null && value < argument.min) || (argument.max !== null && value > argument.max)) {
    return { value: null, fault: `must be ${rangeText(argument)}` };
  }
  return { value, fault: '' };
}

/** The range of an argument in words; '' when it has none worth showing. */
export function rangeText(argument) {
  const plain = (value) => (Math.abs(value) > 1e9 ? value.toExponential(1) : String(value).replace('-', '−'));
  if (argument.min === null && argument.max === null) {
    return '';
  }
  if (argument.max !== null && Math.abs(argument.max) > 1e30) {
    return '';
  }
  return `${argument.min === null ? '' : plain(argument.min)} to ${argument.max === null ? '' : plain(argument.max)}`;
}
