package nl.mjpmonitor.warehouse.rows;

import java.util.Map;

/**
 * One stand of one signal, for {@code mart.signal}.
 *
 * @param signalId follows from rule, subject, area and period
 * @param ruleId the rule that made it
 * @param subject what it is about within the rule; never a person
 * @param areaCode area it is about
 * @param period period it is about, such as {@code 2026-10}; empty when it is about none
 * @param state {@link #OPEN} or {@link #OVER}
 * @param openedAtMillis moment from which it is open, or was before it was over, epoch milliseconds
 * @param overAtMillis moment from which it is over, epoch milliseconds; 0 while it is open
 * @param figures the figures behind the sentence, with dots as decimal marks
 * @param sentenceNl what it says, in Dutch
 * @param sentenceEn what it says, in English
 * @param knownAtMillis moment from which the warehouse knew this stand, epoch milliseconds
 * @param version orders the stands of a signal; 0 or more
 */
public record SignalRow(
        String signalId,
        String ruleId,
        String subject,
        String areaCode,
        String period,
        String state,
        long openedAtMillis,
        long overAtMillis,
        Map<String, String> figures,
        String sentenceNl,
        String sentenceEn,
        long knownAtMillis,
        long version)
        implements WarehouseRow {

    /** What it says still holds. */
    public static final String OPEN = "open";

    /** What it says holds no more. */
    public static final String OVER = "over";

    /** Copies the figures. */
    public SignalRow {
        figures = Map.copyOf(figures);
    }

    public boolean isOpen() {
        return state.equals(OPEN);
    }

    @Override
    public WarehouseTable table() {
        return WarehouseTable.SIGNAL;
    }
}
