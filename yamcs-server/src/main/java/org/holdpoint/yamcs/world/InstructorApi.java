package org.holdpoint.yamcs.world;

import org.holdpoint.port.messages.ClockState;
import org.holdpoint.yamcs.api.messages.AbstractInstructorApi;
import org.holdpoint.yamcs.api.messages.FaultOfferInfo;
import org.holdpoint.yamcs.api.messages.GetRunRequest;
import org.holdpoint.yamcs.api.messages.ListFaultOffersRequest;
import org.holdpoint.yamcs.api.messages.ListFaultOffersResponse;
import org.holdpoint.yamcs.api.messages.RunInfo;
import org.yamcs.YamcsServer;
import org.yamcs.YamcsServerInstance;
import org.yamcs.api.Observer;
import org.yamcs.http.Context;
import org.yamcs.http.NotFoundException;
import org.yamcs.security.ObjectPrivilegeType;
import org.yamcs.utils.TimeEncoding;

/** What the instructor's page needs besides parameters and commands. World server only. */
public final class InstructorApi extends AbstractInstructorApi<Context> {
  @Override
  public void getRun(Context ctx, GetRunRequest request, Observer<RunInfo> observer) {
    ctx.checkAnyObjectPrivilege(ObjectPrivilegeType.ReadParameter);
    YamcsServerInstance instance = instance();
    var info = RunInfo.newBuilder().setInstance(instance.getName()).setProcessor("realtime");
    if (instance.getTimeService() instanceof WorldTimeService time) {
      info.setConnected(time.connected());
      ClockState clock = time.last();
      if (clock != null) {
        info.setScenario(clock.getScenario())
            .setTitle(clock.getTitle())
            .setStartMs(
                TimeEncoding.toUnixMillisec(
                    TimeEncoding.fromTaiMillisec(clock.getStartTaiNs() / 1_000_000)))
            .setWarp(clock.getWarp())
            .setPaused(clock.getPaused())
            .setEnded(clock.getEnded())
            .setWarpNote(clock.getWarpNote())
            .setMissionTimeS((time.now_tai_ns() - clock.getStartTaiNs()) / 1e9);
      }
    } else {
      info.setConnected(false);
    }
    observer.complete(info.build());
  }

  @Override
  public void listFaultOffers(
      Context ctx, ListFaultOffersRequest request, Observer<ListFaultOffersResponse> observer) {
    ctx.checkAnyObjectPrivilege(ObjectPrivilegeType.Command);
    var response = ListFaultOffersResponse.newBuilder();
    instance().getLinkManager().getLinks().stream()
        .filter(link -> link instanceof InstructorLink)
        .flatMap(link -> ((InstructorLink) link).catalogue().getOffersList().stream())
        .forEach(
            offer ->
                response.addOffers(
                    FaultOfferInfo.newBuilder()
                        .setUnit(offer.getUnit())
                        .setKind(offer.getKind())
                        .addAllParameters(offer.getParametersList())
                        .setDescription(offer.getDescription())));
    observer.complete(response.build());
  }

  /** The instance of the run; the only one that is online. */
  private static YamcsServerInstance instance() {
    String run = System.getProperty("holdpoint.run", "");
    YamcsServerInstance instance = YamcsServer.getServer().getInstance(run);
    if (instance == null) {
      throw new NotFoundException("no run is loaded yet");
    }
    return instance;
  }
}
