import { presentToken } from './api.js';

/**
 * The WebSocket of a Yamcs server: subscriptions by topic, reconnecting by itself. After a reconnection every
 * subscription is made again; its receiver hears `onOpen` first, to forget what it held.
 */

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 5000;
const SILENCE_LIMIT_MS = 8000;

export class Socket {
  /**
   * @param {function(boolean, string): void} onState told when the connection comes and goes, with a reason
   */
  constructor(onState) {
    this.onState = onState;
    this.subscriptions = [];
    this.retry_ms = FIRST_RETRY_MS;
    this.nextId = 1;
    this.open = false;
    this.lastMessageAt = 0;
    setInterval(() => this.watch(), 1000);
  }

  /**
   * Subscribes to a topic, now and after each reconnection.
   * @param {string} topic such as `commands`
   * @param {Object} options the topic's request message
   * @param {{onData: function(Object), onOpen?: function(), onRefused?: function(string), vital?: boolean}} receiver
   *     vital: data come several times a second, so silence means that the connection is dead
   */
  subscribe(topic, options, receiver) {
    const subscription = { topic, options, receiver, id: 0, call: null };
    this.subscriptions.push(subscription);
    if (this.open) {
      this.request(subscription);
    }
  }

  /** Connects; called once. */
  connect() {
    presentToken();
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(`${scheme}//${location.host}/api/websocket`, 'json');
    this.socket = socket;
    socket.onopen = () => {
      this.open = true;
      this.retry_ms = FIRST_RETRY_MS;
      this.lastMessageAt = performance.now();
      this.onState(true, '');
      this.subscriptions.forEach((subscription) => this.request(subscription));
    };
    socket.onmessage = (message) => this.received(message.data);
    socket.onclose = (event) => this.lost(socket, event.reason || 'the connection closed');
  }

  lost(socket, reason) {
    if (socket !== this.socket) {
      return;
    }
    this.socket = null;
    this.open = false;
    this.onState(false, reason);
    setTimeout(() => this.connect(), this.retry_ms);
    this.retry_ms = Math.min(2 * this.retry_ms, LONGEST_RETRY_MS);
  }

  /** A connection can be dead without being closed: drop it when a vital topic falls silent. */
  watch() {
    const vital = this.subscriptions.some((subscription) =>
      subscription.receiver.vital && subscription.call !== null);
    if (this.open && vital && performance.now() - this.lastMessageAt > SILENCE_LIMIT_MS) {
      const socket = this.socket;
      socket.close();
      this.lost(socket, 'no data for ' + SILENCE_LIMIT_MS / 1000 + ' s');
    }
  }

  request(subscription) {
    subscription.id = this.nextId++;
    subscription.call = null;
    subscription.receiver.onOpen?.();
    this.socket.send(JSON.stringify({
      type: subscription.topic, id: subscription.id, options: subscription.options,
    }));
  }

  received(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      this.socket?.close();
      return;
    }
    this.lastMessageAt = performance.now();
    if (message.type === 'reply') {
      const subscription = this.subscriptions.find((each) => each.id === message.data?.replyTo);
      if (subscription && message.data.exception) {
        subscription.receiver.onRefused?.(message.data.exception.msg ?? 'refused');
      } else if (subscription) {
        subscription.call = message.call;
      }
      return;
    }
    const subscription = this.subscriptions.find((each) =>
      each.topic === message.type && (each.call === null || each.call === message.call));
    subscription?.receiver.onData(message.data ?? {});
  }
}
