package org.holdpoint.yamcs.api;

import java.util.List;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.yamcs.api.messages.AbstractRpoApi;
import org.holdpoint.yamcs.api.messages.FlightInfo;
import org.holdpoint.yamcs.api.messages.GetFlightRequest;
import org.holdpoint.yamcs.api.messages.Picture;
import org.holdpoint.yamcs.api.messages.RequestWarpRequest;
import org.holdpoint.yamcs.api.messages.RequestWarpResponse;
import org.holdpoint.yamcs.api.messages.SubscribePictureRequest;
import org.holdpoint.yamcs.clock.RehearsalTimeService;
import org.holdpoint.yamcs.picture.PictureService;
import org.yamcs.YamcsServer;
import org.yamcs.YamcsServerInstance;
import org.yamcs.api.Observer;
import org.yamcs.http.BadRequestException;
import org.yamcs.http.Context;
import org.yamcs.http.NotFoundException;
import org.yamcs.http.ServiceUnavailableException;
import org.yamcs.security.ObjectPrivilegeType;
import org.yamcs.utils.TimeEncoding;

/** Checks each user's rights, then hands the work to the flight's services. */
public final class RpoApi extends AbstractRpoApi<Context> {
  private static final double LARGEST_WARP = 1000;

  @Override
  public void getFlight(Context ctx, GetFlightRequest request, Observer<FlightInfo> observer) {
    ctx.checkAnyObjectPrivilege(ObjectPrivilegeType.ReadParameter);
    YamcsServerInstance instance = instance();
    var info = FlightInfo.newBuilder().setInstance(instance.getName()).setProcessor("realtime");
    if (instance.getTimeService() instanceof RehearsalTimeService time) {
      ClockState clock = time.last();
      if (clock != null) {
        info.setScenario(clock.getScenario())
            .setTitle(clock.getTitle())
            .addAllLearningGoals(clock.getLearningGoalsList())
            .setStartMs(
                TimeEncoding.toUnixMillisec(
                    TimeEncoding.fromTaiMillisec(clock.getStartTaiNs() / 1_000_000)));
      }
    }
    observer.complete(info.build());
  }

  @Override
  public void requestWarp(
      Context ctx, RequestWarpRequest request, Observer<RequestWarpResponse> observer) {
    ctx.checkAnyObjectPrivilege(ObjectPrivilegeType.Command);
    double warp = request.getWarp();
    if (!(warp >= 1 && warp <= LARGEST_WARP)) {
      throw new BadRequestException("warp must be from 1 to 1000, not " + warp);
    }
    if (!(instance().getTimeService() instanceof RehearsalTimeService time)
        || !time.requestWarp(warp, ctx.user.getName())) {
      throw new ServiceUnavailableException(
          "The clock port is not connected: warp cannot be asked for");
    }
    observer.complete(
        RequestWarpResponse.newBuilder()
            .setText("Warp %.4g asked for; the rehearsal decides".formatted(warp))
            .build());
  }

  @Override
  public void subscribePicture(
      Context ctx, SubscribePictureRequest request, Observer<Picture> observer) {
    ctx.checkAnyObjectPrivilege(ObjectPrivilegeType.ReadParameter);
    YamcsServerInstance instance = instance();
    if (!request.getInstance().equals(instance.getName())) {
      throw new NotFoundException(
          "'" + request.getInstance() + "' is not the current flight: " + instance.getName());
    }
    List<PictureService> services = instance.getServices(PictureService.class);
    if (services.isEmpty()) {
      throw new NotFoundException("flight " + instance.getName() + " has no picture service");
    }
    services.get(0).subscribe(observer);
  }

  /** The instance of the flight; the only one that is online. */
  private static YamcsServerInstance instance() {
    String run = System.getProperty("holdpoint.run", "");
    YamcsServerInstance instance = YamcsServer.getServer().getInstance(run);
    if (instance == null) {
      throw new NotFoundException("no flight is loaded yet");
    }
    return instance;
  }
}
