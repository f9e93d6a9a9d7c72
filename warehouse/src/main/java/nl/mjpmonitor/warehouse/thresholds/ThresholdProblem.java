package nl.mjpmonitor.warehouse.thresholds;

/** Why thresholds cannot be used. */
public enum ThresholdProblem {
    UNKNOWN("there is no such threshold"),
    FIXED("it is set where the stream is started"),
    OUT_OF_RANGE("it must be in its range"),
    REPEATS_NOTHING("hotspot-reports must be at least 2: one report repeats nothing"),
    MORE_DAYS_THAN_REPORTS("hotspot-days must be from 1 to hotspot-reports: a report is of one day"),
    MORE_DAYS_THAN_WINDOW("hotspot-window-days must not be shorter than hotspot-days"),
    CLOSES_WITHIN_A_MONTH("hotspot-close-days must be at least 31: a hotspot opens once a month at most"),
    FORGOTTEN_BEFORE_CLOSED("hotspot-memory-days must not be shorter than hotspot-window-days and"
            + " hotspot-close-days together: what has not closed cannot be forgotten"),
    MORE_OF_A_RULE_THAN_OF_ALL("per-dag-regel must not be higher than per-dag");

    private final String sentence;

    ThresholdProblem(String sentence) {
        this.sentence = sentence;
    }

    /** What to change, for who starts the stream. */
    public String sentence() {
        return sentence;
    }
}
