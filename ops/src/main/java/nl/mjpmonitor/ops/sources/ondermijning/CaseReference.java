package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;

/**
 * A case about a location, for systems that refer to it.
 *
 * @param number the same in every system
 * @param lwoOn day on which the LWO treated it
 */
public record CaseReference(String number, LocalDate lwoOn, Location location) {

    /** All cases about a location that the LWO treated until and including a day, in the order of their numbers. */
    public static List<CaseReference> until(LocalDate lastDay, long seed) {
        return CaseGenerator.generate(seed, lastDay).stream()
                .filter(life -> !life.isWithdrawn && !life.lwoOn.isAfter(lastDay))
                .flatMap(life -> life.location == null
                        ? Stream.empty()
                        : Stream.of(new CaseReference(life.number, life.lwoOn, life.location)))
                .toList();
    }
}
