package nl.mjpmonitor.dashboard.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.warehouse.calendar.HotTimeKind;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/** What may stand on the timeline of a figure. */
enum TimelineKind {
    /** Months with action days of ONDERSCHAT. */
    ACTIEDAGEN("onderschat-actiedagen"),
    /** Months in which premises were closed under article 13b of the Opium Act. */
    SLUITINGEN("drugspanden-gesloten"),
    CARNAVAL(""),
    EVENEMENTEN(""),
    DONKER(""),
    VAKANTIES("");

    private final String indicator;

    TimelineKind(String indicator) {
        this.indicator = indicator;
    }

    /** As the address writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TimelineKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The indicator that counts it by month; empty for what stands in the calendar. */
    Optional<IndicatorId> indicator() {
        return indicator.isEmpty() ? Optional.empty() : Optional.of(new IndicatorId(indicator));
    }

    boolean holds(HotTimeKind hotTime) {
        return this
                == switch (hotTime) {
                    case CARNAVAL, ELFDE_VAN_DE_ELFDE -> CARNAVAL;
                    case KERMIS, MAGISCH_MAASTRICHT, RIEU -> EVENEMENTEN;
                    case DONKERE_MAANDEN -> DONKER;
                    case SCHOOLVAKANTIE -> VAKANTIES;
                };
    }
}
