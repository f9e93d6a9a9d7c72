package nl.mjpmonitor.warehouse.signals;

import java.util.Arrays;
import java.util.Optional;

/** What can be set of the rules, with its range and what it is unless something else is asked. */
public enum SignalSetting {
    /** Most signals that are opened in a day, all rules together. */
    MOST_A_DAY("per-dag", 1, 1_000, 25),
    /** Most signals of one rule that are opened in a day. */
    MOST_A_DAY_PER_RULE("per-dag-regel", 1, 1_000, 10),
    /** How many days ago what a signal is about may be for it to be opened. */
    HORIZON_DAYS("horizon-dagen", 1, 400, 62),
    /** How many seconds counts are gathered before they are judged. */
    SETTLE_SECONDS("rust-seconden", 1, 3_600, 5),
    /** Newest whole months that are judged. */
    TESTED_MONTHS("maanden-getoetst", 1, 12, 2),
    /** Most months to compare with. */
    BASELINE_MONTHS("maanden-vergeleken", 12, 120, 36),
    /** Mean of a month below which a wijk is not judged. */
    LOWEST_MEAN("wijk-gemiddelde", 0, 1_000, 5),
    /** Days of the running month that must have passed. */
    RUNNING_DAYS("lopend-dagen", 1, 28, 7),
    /** Fewest burglaries of a series. */
    SERIES_COUNT("reeks-aantal", 2, 100, 3),
    /** Days in which they became known. */
    SERIES_DAYS("reeks-dagen", 1, 31, 7),
    /** Probability without a change, in thousandths, below which burglaries are a series. */
    SERIES_PER_THOUSAND("reeks-promille", 1, 50, 1),
    /** Hours around a delivery in which what becomes known is that of the delivery. */
    INTAKE_HOURS("levering-uren", 1, 48, 2),
    /** Probability, in thousandths, below which a target is out of reach. */
    TARGET_PER_THOUSAND("doel-promille", 1, 50, 10),
    /** Minutes without a sign after which a source is silent. A source may have its own: {@code stil-minuten.<system>}. */
    SILENT_MINUTES("stil-minuten", 1, 100_000, 15);

    private final String key;
    private final int lowest;
    private final int highest;
    private final int usual;

    SignalSetting(String key, int lowest, int highest, int usual) {
        this.key = key;
        this.lowest = lowest;
        this.highest = highest;
        this.usual = usual;
    }

    /** Name by which it is set. */
    public String key() {
        return key;
    }

    /** What it is unless something else is asked. */
    public int usual() {
        return usual;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    boolean allows(int value) {
        return value >= lowest && value <= highest;
    }

    String range() {
        return "from " + lowest + " to " + highest;
    }

    static Optional<SignalSetting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
