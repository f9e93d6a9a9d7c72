package nl.mjpmonitor.ops.sources.politiecijfers;

import java.util.List;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.generation.MonthRange;

/**
 * An invented series in one buurt.
 *
 * @param group name of the group of police classes
 * @param months the months it lasts
 * @param extra registrations beyond the usual ones in each of them, on average
 */
record Burst(String group, String areaCode, MonthRange months, double extra) {
    static List<Burst> load() {
        return SourceResource.lines(Burst.class, "bursts.csv", ',').stream()
                .map(line -> new Burst(
                        line.get(0),
                        line.get(1),
                        MonthRange.of(line.get(2), line.get(3)),
                        Double.parseDouble(line.get(4))))
                .toList();
    }
}
