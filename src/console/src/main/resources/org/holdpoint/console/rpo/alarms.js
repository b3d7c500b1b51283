/** Levels of attention, from Yamcs's monitoring results. Each has a word and a sign of its own beside its colour. */

const ORDER = ['', 'IN_LIMITS', 'WATCH', 'WARNING', 'DISTRESS', 'CRITICAL', 'SEVERE'];

/** The worst of several monitoring results. */
export function worst(...alarms) {
  return alarms.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), '');
}

/** Class of a level: ok, watch, warning, critical, or '' when nothing is monitored. */
export function levelOf(alarm) {
  switch (alarm) {
    case 'IN_LIMITS': return 'ok';
    case 'WATCH': return 'watch';
    case 'WARNING': case 'DISTRESS': return 'warning';
    case 'CRITICAL': case 'SEVERE': return 'critical';
    default: return '';
  }
}

/** Class of a verdict of a rung, rule or criterion. */
export function levelOfVerdict(verdict) {
  switch (verdict) {
    case 'SAFE': case 'PASS': return 'ok';
    case 'UNSAFE': case 'FAIL': return 'critical';
    case 'NOT_APPLICABLE': return 'quiet';
    default: return 'unknown';
  }
}

/** A sign beside the word, so that colour is never the only one. */
export function signOf(level) {
  return { ok: '✓', watch: '△', warning: '▲', critical: '✕', unknown: '?', quiet: '·' }[level] ?? '';
}
