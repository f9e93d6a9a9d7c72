package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.util.Locale;

/** What is counted of reports, cases and persons. Its register has its name; what it means is in the table of definitions. */
enum Subject {
    VIA_REPORT,
    POLICE_DEPLOYMENT,
    FORCE_USED,
    YOUTH_REPORT,

    /** By another definition than {@link #YOUTH_REPORT}; the two make no series. */
    YOUTH_REPORT_2022,
    YOUTH_DISCUSSED,
    YOUTH_REFERRED,
    DETENTION_RELEASED,
    DETENTION_RETURNED,
    DETENTION_PGA,
    DETENTION_WITHOUT_COORDINATOR,
    GIA_REPORT;

    /** Whether a partner delivers it, after the month; the others are counted by the Zorg- en Veiligheidshuis itself. */
    boolean isDelivered() {
        return this == POLICE_DEPLOYMENT || this == FORCE_USED || this == GIA_REPORT;
    }

    /** Whether it is sometimes delivered again with another number. */
    boolean isCorrected() {
        return this == VIA_REPORT || this == POLICE_DEPLOYMENT || this == GIA_REPORT;
    }

    /** As the database writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
