/** Numbers and times as an operator reads them. SI in, display units out; null and non-finite become a dash. */

/** What stands where nothing is known. */
export const DASH = '–';

/** A number with a fixed count of decimals; thin spaces between thousands. */
export function number(value, decimals = 1) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return DASH;
  }
  const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
  const [whole, fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u2009') : whole;
  return (rounded < 0 ? '\u2212' : '') + grouped + (fraction === undefined ? '' : '.' + fraction);
}

/** Like {@link number}, with a plus sign before positive values. */
export function signed(value, decimals = 1) {
  const text = number(value, decimals);
  return Number.isFinite(value) && value > 0 && /[1-9]/.test(text) ? '+' + text : text;
}

/** A distance with a number of decimals that fits its size, without its unit; no decimals from `whole_m` on. */
export function distance(value_m, whole_m = 10000) {
  if (value_m === null || !Number.isFinite(value_m)) {
    return DASH;
  }
  const size = Math.abs(value_m);
  return number(value_m, size < 10 ? 2 : size < whole_m ? 1 : 0);
}

/** A span of time: `42 s`, `12:05`, `1:32:07`, `22 h`, `> 48 h`. */
export function duration(value_s) {
  if (value_s === null || value_s === undefined || Number.isNaN(value_s)) {
    return DASH;
  }
  if (value_s > 48 * 3600) {
    return '> 48 h';
  }
  const whole = Math.max(0, Math.floor(value_s));
  if (whole >= 36000) {
    return Math.floor(whole / 3600) + ' h';
  }
  if (whole < 60) {
    return whole + ' s';
  }
  const two = (part) => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0
    ? hours + ':' + two(minutes) + ':' + two(whole % 60)
    : minutes + ':' + two(whole % 60);
}

/** Mission time as T+h:mm:ss. */
export function missionTime(value_s) {
  if (value_s === null || !Number.isFinite(value_s)) {
    return DASH;
  }
  const two = (part) => String(part).padStart(2, '0');
  const whole = Math.floor(Math.abs(value_s));
  return (value_s < 0 ? 'T\u2212' : 'T+') + Math.floor(whole / 3600) + ':' + two(Math.floor(whole / 60) % 60)
      + ':' + two(whole % 60);
}

/** Age of data: tenths below 10 s. */
export function age(value_s) {
  if (value_s === null || !Number.isFinite(value_s) || value_s < 0) {
    return 'never';
  }
  return value_s < 10 ? value_s.toFixed(1) + ' s' : duration(value_s);
}

/** The hours, minutes and seconds of an ISO time. */
export function clockOf(iso) {
  const match = /T(\d\d:\d\d:\d\d)/.exec(iso ?? '');
  return match ? match[1] : DASH;
}

/** The date of an ISO time. */
export function dateOf(iso) {
  return (iso ?? '').slice(0, 10) || DASH;
}

/** A plan hash as eight hexadecimal digits in two groups. */
export function hash(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return DASH;
  }
  const digits = (value >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return digits.slice(0, 4) + ' ' + digits.slice(4);
}

/** A constant's name as words: RADIAL_HOP becomes "radial hop". */
export function words(constant) {
  return constant ? constant.toLowerCase().replaceAll('_', ' ') : DASH;
}
