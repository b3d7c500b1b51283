/**
 * The operators' page: logs in, finds the flight, subscribes, and draws. Views read one picture and one command log;
 * nothing that an operator does changes what they show until telemetry or the command history says so.
 */

import { AbortStrip } from './abort-strip.js';
import { CommandHistory } from './shared/command-history.js';
import { CommandLog } from './shared/command-record.js';
import { CommandPanel } from './command-panel.js';
import { EventList } from './shared/event-list.js';
import { GatePanel } from './gate-panel.js';
import { KeyNumbers } from './key-numbers.js';
import { Picture, streamPicture } from './picture-stream.js';
import { PlanTable } from './plan-table.js';
import { RelativeView } from './relative-view.js';
import { Session } from './session.js';
import { TopBar } from './top-bar.js';
import { currentUser, loginExpired, request } from './shared/api.js';
import { setAttribute, setShown, setText } from './shared/dom.js';
import { askForLogin } from './shared/login-form.js';
import { Socket } from './shared/socket.js';

const DRAW_PERIOD_MS = 100;
const FLIGHT_RETRY_MS = 2000;

const place = (id) => document.getElementById(id);

async function start() {
  const user = (await knownUser()) ?? (await askForLogin(place('entry'), 'Holdpoint'));
  setShown(place('waiting'), true);
  const flight = await findFlight();
  setShown(place('waiting'), false);
  setShown(place('console'), true);
  document.title = `${flight.title ?? 'Flight'} – Holdpoint`;
  fly(user, flight);
}

async function knownUser() {
  try {
    return await currentUser();
  } catch {
    return null;
  }
}

/** Asks until a flight is there. */
async function findFlight() {
  for (;;) {
    try {
      return await request('/api/rpo/flight');
    } catch (fault) {
      setText(place('waiting-reason'), fault.message);
      await new Promise((resolve) => setTimeout(resolve, FLIGHT_RETRY_MS));
    }
  }
}

function fly(user, flight) {
  const picture = new Picture();
  const log = new CommandLog();
  const session = new Session(user, flight, picture, log);
  const planTable = new PlanTable(place('plan'), session);
  const topBar = new TopBar(place('top-bar'), session);
  const events = new EventList(place('event-filter-place'), place('events'));
  const commandPanel = new CommandPanel(place('command'), session, {
    gate: () => place('gate').querySelector('button:not([disabled]):not([hidden])')?.focus(),
    strip: () => place('abort-strip').querySelector('button')?.focus(),
    plan: () => planTable.show(true),
  });
  place('edit-plan').addEventListener('click', () => planTable.show(place('plan').hidden));
  const views = [
    topBar, new KeyNumbers(place('key-numbers')), new RelativeView(place('relative')), new GatePanel(place('gate'), session),
    commandPanel, new CommandHistory(place('history'), log), new AbortStrip(place('abort-strip'), session),
  ];
  subscribe(flight, picture, log, topBar, events);
  setInterval(() => {
    picture.tick(performance.now());
    session.follow();
    drawBanner(picture, loginExpired());
    for (const view of views) {
      view.draw(picture);
    }
    events.draw();
  }, DRAW_PERIOD_MS);
}

function subscribe(flight, picture, log, topBar, events) {
  const { instance, processor } = flight;
  const socket = new Socket((connected, reason) => {
    picture.setConnected(connected, reason);
    if (!connected) {
      topBar.showAlarms(null);
      checkFlight(flight);
    }
  });
  streamPicture(socket, instance, picture, (reason) => picture.setConnected(false, 'pictures refused: ' + reason));
  socket.subscribe('commands', { instance, processor }, {
    onOpen: () => {
      log.clear();
      log.load(instance);
    },
    onData: (entry) => log.update(entry),
  });
  socket.subscribe('events', { instance }, { onOpen: () => events.load(instance), onData: (event) => events.add(event) });
  socket.subscribe('global-alarm-status', { instance, processor }, { onData: (status) => topBar.showAlarms(status) });
  socket.connect();
}

/** A server that comes back may have another flight or ask for another login: then the page starts anew. */
async function checkFlight(flight) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, FLIGHT_RETRY_MS));
    try {
      const now = await request('/api/rpo/flight');
      if (now.instance !== flight.instance) {
        location.reload();
      }
      return;
    } catch (fault) {
      if (fault.status === 401) {
        return;
      }
    }
  }
}

function drawBanner(picture, expired) {
  const reasons = [
    expired ? 'Your login is over: nothing can be sent, not even HOLD, RETREAT, ESCAPE and ABORT. Reload the page and log in.' : '',
    picture.staleReason && `${picture.staleReason}. All values are stale; SAFE reads UNKNOWN.`,
    picture.staleReason && !expired && !picture.ended && (picture.connected ? 'HOLD, RETREAT, ESCAPE and ABORT can still be fired.'
      : 'The page connects again by itself; what you send meanwhile may not leave, and then says NOT SENT.'),
    picture.ended ? 'The run has ended. What is shown is its last state; nothing can be sent any more.' : '',
  ].filter(Boolean);
  setText(place('banner'), reasons.join('  '));
  setShown(place('banner'), reasons.length > 0);
  setAttribute(place('banner'), 'data-planned', String(picture.plannedLoss && !expired));
  document.body.dataset.stale = String(picture.stale);
}

start();
