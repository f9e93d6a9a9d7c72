package nl.mjpmonitor.ops.sources.pmg;

import java.util.Locale;

/** What is done with young people. The numbers say how often a month, and with how many contacts each time. */
enum Activity {
    STREET_CONTACT(Front.STREET_PRESENCE, 22, 8),
    MENTORING(Front.INTERVENTIONS, 26, 1),
    SPORTS(Front.INTERVENTIONS, 8, 13),
    JOB_GUIDANCE(Front.INTERVENTIONS, 11, 1.4),
    PARENT_SUPPORT(Front.INTERVENTIONS, 6, 3),
    SCHOOL_LESSON(Front.INTERVENTIONS, 5, 23);

    private final Front front;
    private final double heldAMonth;
    private final double contactsEach;

    Activity(Front front, double heldAMonth, double contactsEach) {
        this.front = front;
        this.heldAMonth = heldAMonth;
        this.contactsEach = contactsEach;
    }

    Front front() {
        return front;
    }

    double heldAMonth() {
        return heldAMonth;
    }

    double contactsEach() {
        return contactsEach;
    }

    /** As the database writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
