package org.holdpoint.yamcs.picture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.holdpoint.yamcs.api.messages.Picture;
import org.holdpoint.yamcs.clock.FollowingTimeService;
import org.holdpoint.yamcs.link.TcFrameLink;
import org.holdpoint.yamcs.link.TmFrameLink;
import org.jspecify.annotations.Nullable;
import org.yamcs.AbstractYamcsService;
import org.yamcs.Processor;
import org.yamcs.YamcsServer;
import org.yamcs.YamcsServerInstance;
import org.yamcs.api.Observer;
import org.yamcs.mdb.MdbFactory;
import org.yamcs.tctm.Link;

/**
 * Draws the picture of one flight every {@value #PERIOD_MS} ms and sends it to all viewers, each
 * with the part of the track that it has not seen. Costs nothing but the track while nobody looks.
 */
public final class PictureService extends AbstractYamcsService {
  /** At most 8 a second are allowed; 5 look smooth at 10 Hz telemetry and leave processor time. */
  static final long PERIOD_MS = 200;

  private final Map<Observer<Picture>, Viewer> viewers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "holdpoint-picture");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable PicturePainter painter;

  /** What a viewer got so far. */
  private record Viewer(FlownTrack.Seen track, int holdPoints, int predictions) {
    static final Viewer NEW = new Viewer(FlownTrack.Seen.NOTHING, -1, -1);
  }

  /** Sends pictures until the observer cancels. */
  public void subscribe(Observer<Picture> observer) {
    observer.setCancelHandler(() -> viewers.remove(observer));
    viewers.put(observer, Viewer.NEW);
  }

  private void paint() {
    try {
      PicturePainter present = painter();
      if (present == null) {
        return;
      }
      present.look();
      if (viewers.isEmpty()) {
        return;
      }
      present.predict();
      Picture common = present.paint();
      for (Map.Entry<Observer<Picture>, Viewer> entry : viewers.entrySet()) {
        send(present, common, entry.getKey(), entry.getValue());
      }
    } catch (RuntimeException e) {
      log.error("Picture failed", e);
    }
  }

  private void send(
      PicturePainter painted, Picture common, Observer<Picture> observer, Viewer viewer) {
    var picture = common.toBuilder();
    FlownTrack track = painted.track();
    if (track.outdated(viewer.track())) {
      picture.setFlownReset(true);
    }
    picture.addAllFlown(track.since(viewer.track()));
    if (painted.holdPoints().edition() != viewer.holdPoints()) {
      picture.addAllHoldPoints(painted.holdPoints().points());
    }
    if (painted.predictionEdition() == viewer.predictions()) {
      picture.clearDrift().clearPlan();
    }
    try {
      observer.next(picture.build());
      viewers.computeIfPresent(
          observer,
          (key, old) ->
              new Viewer(track.all(), painted.holdPoints().edition(), painted.predictionEdition()));
    } catch (RuntimeException e) {
      viewers.remove(observer);
      log.debug("A viewer went away", e);
    }
  }

  private @Nullable PicturePainter painter() {
    if (painter != null) {
      return painter;
    }
    YamcsServerInstance instance = YamcsServer.getServer().getInstance(yamcsInstance);
    Processor processor = instance == null ? null : instance.getProcessor("realtime");
    if (instance == null
        || processor == null
        || instance.getLinkManager() == null
        || !(instance.getTimeService() instanceof FollowingTimeService time)) {
      return null;
    }
    TmFrameLink downlink = null;
    TcFrameLink uplink = null;
    for (Link link : instance.getLinkManager().getLinks()) {
      if (link instanceof TmFrameLink found) {
        downlink = found;
      } else if (link instanceof TcFrameLink found) {
        uplink = found;
      }
    }
    if (downlink == null || uplink == null) {
      return null;
    }
    painter =
        new PicturePainter(
            MdbFactory.getInstance(yamcsInstance),
            processor.getLastValueCache(),
            time,
            downlink,
            uplink);
    return painter;
  }

  @Override
  protected void doStart() {
    executor.scheduleAtFixedRate(this::paint, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    notifyStarted();
  }

  @Override
  protected void doStop() {
    executor.shutdownNow();
    viewers.keySet().forEach(Observer::complete);
    viewers.clear();
    notifyStopped();
  }
}
