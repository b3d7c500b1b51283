package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.telemetry.Sensor;

/** TC[201,72]: Isolate a sensor, or take it into use again. */
@Command(
    name = "SET_SENSOR",
    service = 201,
    subtype = 72,
    significance = Command.Significance.WATCH,
    description =
        "Keep the samples of a sensor from navigation, control and monitor, or give them again. The tank gauge has no substitute and cannot be isolated.")
public record SetSensor(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field("Sensor; VISIBLE_CAMERA means the wide and the narrow one") Sensor sensor,
    @Field("Its samples are not used") boolean isolated)
    implements ChaserCommand {}
