package nl.mjpmonitor.ops.sources.ondermijning;

import java.util.Locale;

/** A step of a case, in the order in which a case goes through them. */
enum Step {
    /** Lokale Werkgroep Ondermijning. */
    LWO,

    /** Actieteam Ondermijning Maastricht. */
    ATOM,

    /** Maastrichtse Ondermijningstafel. */
    MOT,

    /** The information desk of the Regionaal Informatie- en Expertisecentrum. */
    RIEC;

    /** As the database writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
