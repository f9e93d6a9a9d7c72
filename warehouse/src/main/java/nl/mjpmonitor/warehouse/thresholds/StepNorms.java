package nl.mjpmonitor.warehouse.thresholds;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * How many days a case may be in each step. No norm was agreed: these are settings, after which attention is asked for.
 *
 * @param lwoDays in the LWO
 * @param atomDays in ATOM
 * @param motDays in the MOT
 * @param riecDays in the RIEC-informatieplein
 */
public record StepNorms(int lwoDays, int atomDays, int motDays, int riecDays) implements Serializable {

    /** To start from: two months, a quarter, half a year and a year. */
    public static final StepNorms DEFAULT = new StepNorms(60, 90, 180, 365);

    /** The longest norm there can be: ten years. */
    public static final int LONGEST = 3_650;

    /**
     * Checks the norms.
     *
     * @throws IllegalArgumentException when one is not from 1 to {@link #LONGEST} days
     */
    public StepNorms {
        if (IntStream.of(lwoDays, atomDays, motDays, riecDays).anyMatch(days -> days < 1 || days > LONGEST)) {
            throw new IllegalArgumentException("A norm must be from 1 to " + LONGEST + " days");
        }
    }

    /**
     * The norm of a step.
     *
     * @throws IllegalArgumentException when there is no such step
     */
    public int of(String step) {
        return switch (step) {
            case "lwo" -> lwoDays;
            case "atom" -> atomDays;
            case "mot" -> motDays;
            case "riec" -> riecDays;
            default -> throw new IllegalArgumentException("No such step: " + step);
        };
    }
}
