/** The instructor's page on the world server: logs in, finds the run, subscribes, and draws. */

import { currentUser, request } from './shared/api.js';
import { CommandHistory } from './shared/command-history.js';
import { CommandLog } from './shared/command-record.js';
import { setShown, setText } from './shared/dom.js';
import { EventList } from './shared/event-list.js';
import { askForLogin } from './shared/login-form.js';
import { Socket } from './shared/socket.js';
import { Differences } from './differences.js';
import { Faults } from './faults.js';
import { RunActions } from './run-actions.js';
import { RunBar } from './run-bar.js';
import { TargetBurn } from './target-burn.js';
import { PARAMETERS, TruthBoard } from './truth-board.js';
import { TruthView } from './truth-view.js';

const DRAW_PERIOD_MS = 150;
const ASK_PERIOD_MS = 2000;

const place = (id) => document.getElementById(id);
const pause = (time_ms) => new Promise((resolve) => setTimeout(resolve, time_ms));

async function start() {
  const user = (await currentUser().catch(() => null)) ?? (await askForLogin(place('entry'), 'Holdpoint instructor'));
  setShown(place('waiting'), true);
  let run = null;
  while (run === null) {
    try {
      run = await request('/api/instructor/run');
    } catch (fault) {
      setText(place('waiting-reason'), fault.message);
      await pause(ASK_PERIOD_MS);
    }
  }
  setShown(place('waiting'), false);
  setShown(place('page'), true);
  document.title = `Instructor: ${run.title ?? run.instance} – Holdpoint`;
  instruct(user, run);
}

function instruct(user, first) {
  const state = { run: first };
  const board = new TruthBoard();
  const log = new CommandLog();
  let sequence = 0;
  const base = `/api/processors/${encodeURIComponent(first.instance)}/${encodeURIComponent(first.processor)}/commands/world/`;
  /** Sends an instructor's command; what became of it stands in the list of actions. */
  const send = async (name, args) => {
    try {
      await request(base + name, { args, origin: 'holdpoint-instructor', sequenceNumber: ++sequence });
      bar.answered('');
      return true;
    } catch (fault) {
      bar.answered(`${name} NOT SENT: ${fault.message}`);
      return false;
    }
  };
  const bar = new RunBar(place('run-bar'), user, first, send);
  const view = new TruthView(place('plots'));
  const differences = new Differences(place('differences'));
  const faults = new Faults(place('faults'), send);
  const burn = new TargetBurn(place('target-burn'), send);
  const events = new EventList(place('event-filter-place'), place('events'));
  const actions = new CommandHistory(place('actions'), log, ['sent', 'completed']);
  new RunActions(place('run-actions'), send);
  subscribe(first, board, log, events);
  follow(state);
  setInterval(() => {
    const reason = board.staleReason(performance.now(), state.run);
    const stale = reason !== '';
    setText(place('banner'), stale ? `${reason}: what is shown is not of now.` : '');
    setShown(place('banner'), stale);
    bar.draw(board, state.run, stale);
    view.draw(board, stale);
    differences.draw(board, stale);
    faults.draw(board);
    burn.draw(board);
    actions.draw();
    events.draw();
  }, DRAW_PERIOD_MS);
}

/** Asks for the run's state again and again; another run starts the page anew. */
async function follow(state) {
  for (;;) {
    await pause(ASK_PERIOD_MS);
    try {
      const now = await request('/api/instructor/run');
      if (now.instance !== state.run.instance) {
        location.reload();
      }
      state.run = now;
    } catch {
      state.run = { ...state.run, connected: false };
    }
  }
}

function subscribe(run, board, log, events) {
  const { instance, processor } = run;
  const socket = new Socket((connected, reason) => board.setConnected(connected, reason));
  socket.subscribe('parameters', {
    instance, processor, id: PARAMETERS.map((name) => ({ name: '/world/' + name })), abortOnInvalid: false, sendFromCache: true, action: 'REPLACE',
  }, {
    onOpen: () => board.reopen(),
    onData: (message) => board.apply(message, performance.now()),
    onRefused: (reason) => board.setConnected(false, 'truth refused: ' + reason),
  });
  socket.subscribe('commands', { instance, processor }, {
    onOpen: () => {
      log.clear();
      log.load(instance);
    },
    onData: (entry) => log.update(entry),
  });
  socket.subscribe('events', { instance }, { onOpen: () => events.load(instance), onData: (event) => events.add(event) });
  socket.connect();
}

start();
