import { bandPath, hbar, linePath, rbar, thinned, vbar } from './shared/geometry.js';
import { h, s, setAttribute, setShown, setText } from './shared/dom.js';
import { age, distance, duration } from './shared/format.js';
import { Plane } from './shared/plane.js';
import { Zoom } from './shared/zoom.js';

/** Sphere around the target that nothing may enter. */
const KEEP_OUT_M = 30;
/** Semi-axes of the approach ellipsoid along V-bar, and along R-bar and H-bar. */
const ELLIPSOID_M = [500, 250];
const CORRIDOR_HALF_ANGLE = 10 * Math.PI / 180;
const CORRIDOR_LENGTH_M = 1000;
/** A transfer stays this close to its plan. */
const TUBE_M = 50;
const MOST_DRAWN = 1500;
const DRIFT_SHADES = [0.16, 0.1, 0.06, 0.035];

const LAYERS = ['zones', 'band', 'drift', 'plan', 'flown', 'holds', 'target', 'chaser'];

/** V-bar/R-bar and V-bar/H-bar plots of the flight. */
export class RelativeView {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.rPlane = new Plane({
      across: vbar, down: rbar, acrossLabel: '+V-bar (+y) →', downLabel: '↓ R-bar (−x), Earth', testid: 'plot-vr',
      label: 'Relative motion, V-bar to the right, R-bar towards the Earth down', layers: LAYERS,
    });
    this.hPlane = new Plane({
      across: vbar, down: hbar, acrossLabel: '+V-bar (+y) →', downLabel: '↓ H-bar (−z)', testid: 'plot-vh',
      label: 'Relative motion, V-bar to the right, H-bar down, seen from above', layers: LAYERS,
    });
    this.picture = null;
    this.zoom = new Zoom(this.rPlane, this.hPlane, () => this.picture && this.draw(this.picture, true));
    this.driftText = h('span', { testid: 'drift-text' });
    this.staleText = h('div', { class: 'plot-stale', testid: 'plot-stale', hidden: true });
    const legend = h('div', { class: 'legend' },
      key('flown', 'flown'), key('plan', 'plan'), key('drift', 'thrust-off drift, 3σ'), key('keep-out', 'keep-out 30 m'),
      key('ellipsoid', 'approach ellipsoid'), key('monitor', 'monitor'));
    place.append(
      h('div', { class: 'plot-head' }, legend, this.zoom.buttons),
      h('div', { class: 'plot-r' }, this.rPlane.svg, h('div', { class: 'plot-note' }, this.driftText), this.staleText),
      h('div', { class: 'plot-h' }, this.hPlane.svg));
    this.drawn = '';
  }

  /**
   * Draws, when something changed.
   * @param {import('./picture-stream.js').Picture} picture
   * @param {boolean} [always]
   */
  draw(picture, always = false) {
    this.picture = picture;
    const resized = [this.rPlane.measure(), this.hPlane.measure()].some(Boolean);
    const state = `${picture.edition} ${picture.stale} ${picture.predictionsFresh}`;
    this.drawNotes(picture);
    if ((!always && !resized && state === this.drawn) || this.rPlane.width < 10) {
      return;
    }
    this.drawn = state;
    const scene = sceneOf(picture);
    this.zoom.follow(scene.worthSeeing);
    for (const plane of [this.rPlane, this.hPlane]) {
      plane.drawGrid();
      plane.setStale(picture.stale);
      drawScene(plane, scene);
    }
  }

  drawNotes(picture) {
    setShown(this.staleText, picture.stale);
    setText(this.staleText, picture.ended ? 'RUN ENDED – its last state' : 'STALE – telemetry ' + (picture.telemetryAge_s < 0 ? 'never received' : age(picture.telemetryAge_s) + ' old'));
    const drift = picture.drift;
    const enters = drift !== null && drift.smallestRange3sigma_m < KEEP_OUT_M;
    setAttribute(this.driftText, 'data-level', !enters ? null : picture.predictionsFresh ? 'warning' : 'unknown');
    setText(this.driftText, drift === null ? 'Thrust-off drift: not known'
      : `${enters ? '▲ ' : ''}Thrust-off drift${picture.predictionsFresh ? '' : ' (old)'}: smallest range ${distance(drift.smallestRange_m)} m, `
        + `at 3σ ${distance(drift.smallestRange3sigma_m)} m, over ${duration(drift.points.at(-1)?.t_s ?? null)}${enters ? ': may enter the keep-out sphere' : ''}`);
  }
}

function key(kind, text) {
  return h('span', { class: 'key' }, h('i', { class: 'swatch swatch-' + kind, 'aria-hidden': 'true' }), text);
}

/** What there is to draw, in metres. */
function sceneOf(picture) {
  const chaser = picture.vector('gnc/r_CT_L_m');
  const mode = picture.text('hk/mode');
  const reading = picture.reading('gnc/range_m');
  const holding = mode === 'HOLD' || mode === 'CIRCUMNAVIGATION';
  const gate = picture.number('gate/gate_id') ?? 0;
  const plan = picture.plan?.points ?? [];
  const worthSeeing = [
    { x: KEEP_OUT_M, y: KEEP_OUT_M, z: KEEP_OUT_M }, { x: -KEEP_OUT_M, y: -KEEP_OUT_M, z: -KEEP_OUT_M },
    ...(chaser ? [chaser] : []), ...thinned(plan, 60), ...thinned(flownInMode(picture), 60),
  ];
  const far_m = 1.6 * Math.max(150, ...worthSeeing.map((p) => Math.hypot(p.x, p.y, p.z)));
  const driftNear = (picture.drift?.points ?? []).filter((p) => Math.hypot(p.x, p.y, p.z) < far_m);
  if (mode === 'ABORT' || mode === 'ABORT_DRIFT' || mode === 'ESCAPE' || mode === 'DRIFT') {
    worthSeeing.push(...thinned(driftNear, 60));
  }
  return {
    chaser,
    chaserStale: reading.stale || picture.text('gnc/navigation') !== 'VALID',
    monitor: picture.text('safety/monitor') === 'INVALID' ? null : picture.vector('safety/r_CT_L_m'),
    sigma3_m: picture.number('gnc/position_3sigma_m') ?? 0,
    velocity: picture.vector('gnc/v_CT_L_m_s'),
    flown: thinned(picture.flown, MOST_DRAWN),
    drift: picture.drift?.points ?? [],
    plan,
    fresh: picture.predictionsFresh,
    tube: ['TRANSFER', 'RETREAT'].includes(mode) && picture.text('safety/rule_corridor') !== 'NOT_APPLICABLE',
    corridor: mode === 'FORCED_APPROACH' ? Math.sign(chaser?.y ?? -1) || -1 : 0,
    holdPoints: picture.holdPoints.map((point) => ({ ...point, here: holding && point.gateId === gate })),
    worthSeeing,
  };
}

/** The track since the present mode began: where this leg came from. */
function flownInMode(picture) {
  const since_s = Number(picture.clock?.missionTimeS ?? 0) - (picture.number('hk/time_in_mode_s') ?? 0);
  return picture.flown.filter((point) => point.t_s >= since_s);
}

function drawScene(plane, scene) {
  const line = (points) => linePath(points.map((point) => plane.at(point)));
  const put = (layer, ...children) => plane.layers[layer].replaceChildren(...children.filter(Boolean));
  const [cx, cy] = plane.point(0, 0);
  put('zones',
    s('ellipse', { class: 'ellipsoid', cx, cy, rx: plane.px(ELLIPSOID_M[0]), ry: plane.px(ELLIPSOID_M[1]) }),
    scene.corridor === 0 ? null : corridor(plane, scene.corridor),
    s('circle', { class: 'keep-out', cx, cy, r: plane.px(KEEP_OUT_M) }));
  const old = scene.fresh ? '' : ' old';
  put('band',
    scene.tube && scene.plan.length > 1 ? s('path', {
      class: 'tube' + old, d: bandPath(thinned(scene.plan, 80).map((point) => [...plane.at(point), plane.px(TUBE_M)])),
    }) : null,
    ...driftBands(plane, scene.drift, old));
  put('drift', scene.drift.length > 1 ? s('path', { class: 'drift' + old, d: line(scene.drift) }) : null);
  put('plan', scene.plan.length > 1 ? s('path', { class: 'plan' + old, d: line(scene.plan) }) : null);
  put('flown', scene.flown.length > 1 ? s('path', { class: 'flown', d: line(scene.flown) }) : null);
  put('holds', ...holdMarks(plane, scene.holdPoints));
  put('target', s('path', { class: 'target', d: `M${cx - 5} ${cy - 5}h10v10h-10ZM${cx - 15} ${cy - 2.5}h8v5h-8ZM${cx + 7} ${cy - 2.5}h8v5h-8Z` }),
    plane.px(KEEP_OUT_M) > 16 ? null : s('text', { x: cx, y: cy + 20, class: 'mark-text', 'text-anchor': 'middle', text: 'target' }));
  put('chaser', ...chaserMarks(plane, scene));
}

/** The 3-sigma growth of the drift, fainter with time: what is near in time is what an operator acts on. */
function driftBands(plane, drift, old) {
  const points = thinned(drift, 160).map((point) => [...plane.at(point), plane.px(point.sigma3_m)]);
  const length = Math.ceil(points.length / DRIFT_SHADES.length);
  return DRIFT_SHADES.map((opacity, i) => points.slice(i === 0 ? 0 : i * length - 1, (i + 1) * length))
    .map((part, i) => (part.length > 1 ? s('path', { class: 'drift-band' + old, 'fill-opacity': DRIFT_SHADES[i], d: bandPath(part) }) : null));
}

function corridor(plane, side) {
  const reach = side * CORRIDOR_LENGTH_M;
  const width = CORRIDOR_LENGTH_M * Math.tan(CORRIDOR_HALF_ANGLE);
  const points = [plane.point(0, 0), plane.point(reach, -width), plane.point(reach, width)];
  return s('path', { class: 'corridor', d: linePath(points) + 'Z' });
}

/** Hold points; several gates at one place share one mark. */
function holdMarks(plane, holdPoints) {
  const places = [];
  for (const point of holdPoints) {
    const [x, y] = plane.at(point);
    const near = places.find((place) => Math.hypot(place.x - x, place.y - y) < 6);
    if (near) {
      near.gates.push(point.gateId);
      near.here = near.here || point.here;
    } else {
      places.push({ x, y, gates: [point.gateId], here: point.here });
    }
  }
  const labels = [];
  return places.flatMap(({ x, y, gates, here }) => [
    s('path', { class: 'hold' + (here ? ' here' : ''), d: `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z` }),
    holdLabel(labels, x, y, 'G' + [...new Set(gates)].join(' G')),
  ]);
}

/** A label above its mark, and above the labels that stand there already. */
function holdLabel(labels, x, y, text) {
  const half = 4 * text.length;
  const beside = labels.filter((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < 12);
  labels.push({ x, y, half });
  return s('text', { x, y: y - 12 - 13 * beside.length, class: 'hold-text', 'text-anchor': 'middle', text });
}

function chaserMarks(plane, scene) {
  if (scene.chaser === null) {
    return [];
  }
  const [x, y] = plane.at(scene.chaser);
  const marks = [s('circle', { class: 'sigma', cx: x, cy: y, r: plane.px(scene.sigma3_m) })];
  if (scene.monitor !== null) {
    const [mx, my] = plane.at(scene.monitor);
    marks.push(s('path', { class: 'monitor', d: `M${mx - 4} ${my - 4}l8 8m0 -8l-8 8` }));
  }
  if (scene.velocity !== null) {
    const origin = plane.at({ x: 0, y: 0, z: 0 });
    const tip = plane.at(scene.velocity);
    const length = Math.hypot(tip[0] - origin[0], tip[1] - origin[1]);
    const speed = Math.hypot(scene.velocity.x, scene.velocity.y, scene.velocity.z);
    if (speed > 0.005 && length > 1e-9) {
      const [dx, dy] = [(tip[0] - origin[0]) / length * 22, (tip[1] - origin[1]) / length * 22];
      marks.push(s('path', { class: 'heading', d: `M${x} ${y}l${dx} ${dy}` }));
    }
  }
  marks.push(s('circle', { class: 'chaser' + (scene.chaserStale ? ' old' : ''), cx: x, cy: y, r: 5.5 }),
    s('text', { x: x + 10, y: y + 16, class: 'mark-text', text: 'chaser' }));
  return marks;
}
