package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Provenance;

/**
 * One delivery by the police.
 *
 * @param reference its reference at the police
 * @param from first month it covers
 * @param to last month it covers
 * @param deliveredAt when it came
 * @param policeClasses the police classes it covers in those months; it says nothing about others
 * @param provenance what about its registrations follows from a published figure
 */
record Delivery(
        String reference,
        YearMonth from,
        YearMonth to,
        ZonedDateTime deliveredAt,
        Status status,
        List<String> policeClasses,
        Provenance provenance) {

    /** Whether it counts. */
    enum Status {
        ACCEPTED("accepted"),
        WITHDRAWN("withdrawn");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** As the database writes it. */
        @Override
        public String toString() {
            return code;
        }
    }

    Delivery {
        policeClasses = List.copyOf(policeClasses);
    }

    boolean covers(String policeClass, YearMonth month) {
        return status == Status.ACCEPTED
                && !month.isBefore(from)
                && !month.isAfter(to)
                && policeClasses.contains(policeClass);
    }

    boolean isPublished() {
        return provenance != Provenance.DEMONSTRATION;
    }
}
