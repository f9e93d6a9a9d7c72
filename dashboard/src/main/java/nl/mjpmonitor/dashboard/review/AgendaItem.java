package nl.mjpmonitor.dashboard.review;

import java.util.Locale;

/** The parts of the hour, in order: of the page, of the screens of the presentation, and on paper. */
enum AgendaItem {
    DATA(0, 5),
    SIGNALS(5, 15),
    TOPICS(15, 45),
    AREAS(45, 55),
    ACTIONS(55, 60);

    private final int from;
    private final int to;

    AgendaItem(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Minutes of the hour, such as {@code 5-15}. */
    String minutes() {
        return from + "-" + to;
    }

    /** Id of its section. */
    String id() {
        return "agenda-" + name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name in the texts. */
    String textKey() {
        return "review.item." + name();
    }
}
