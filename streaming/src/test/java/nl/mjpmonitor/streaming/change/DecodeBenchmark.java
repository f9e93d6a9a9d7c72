package nl.mjpmonitor.streaming.change;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.streaming.registrations.PoliceRegistrations;

/**
 * Measures decoding and contract checking of registrations on one core, and prints one line a round. Not a test; the command is in
 * the module's README.
 */
final class DecodeBenchmark {

    /** Time on the processor: what else runs on the machine does not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final int DISTINCT_EVENTS = 20_000;
    private static final int ROUNDS = 8;
    private static final int EVENTS_A_ROUND = 400_000;
    private static final List<String> POLICE_CLASSES = List.of("A40", "A10", "B73", "F521");
    private static final List<String> AREAS = List.of("BU09350000", "BU09350603", "BU09359999");

    private DecodeBenchmark() {}

    public static void main(String[] arguments) {
        RecordDecoder decoder =
                new RecordDecoder(ContractSources.packaged().compile(List.of(new PoliceRegistrations())), 524_288);
        List<ConsumedRecord> events = events();
        long bytes = events.stream().mapToLong(event -> event.value().length).sum();
        System.out.printf(Locale.ROOT, "%d events, %d bytes on average%n", events.size(), bytes / events.size());
        for (int round = 1; round <= ROUNDS; round++) {
            long startedAt = CLOCK.getCurrentThreadCpuTime();
            int changes = 0;
            for (int event = 0; event < EVENTS_A_ROUND; event++) {
                if (decoder.decode(events.get(event % DISTINCT_EVENTS)) instanceof Decoded.Change) {
                    changes++;
                }
            }
            double seconds = (CLOCK.getCurrentThreadCpuTime() - startedAt) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,.0f events/s, %.2f us an event, %d accepted%n",
                    round,
                    EVENTS_A_ROUND / seconds,
                    seconds / EVENTS_A_ROUND * 1e6,
                    changes);
        }
    }

    private static List<ConsumedRecord> events() {
        List<ConsumedRecord> events = new ArrayList<>();
        for (int number = 0; number < DISTINCT_EVENTS; number++) {
            events.add(EventBuilder.registration(number + 1L)
                    .cell(
                            POLICE_CLASSES.get(number % POLICE_CLASSES.size()),
                            AREAS.get(number % AREAS.size()),
                            String.format(Locale.ROOT, "20%02d-%02d-01Z", 19 + number % 5, 1 + number % 12))
                    .column("registration_count", Integer.toString(number % 37))
                    .version(1_000L + number, 1 + number % 5)
                    .record());
        }
        return events;
    }
}
