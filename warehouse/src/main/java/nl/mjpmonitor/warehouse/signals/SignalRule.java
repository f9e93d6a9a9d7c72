package nl.mjpmonitor.warehouse.signals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;

/**
 * The rules that make signals. {@code docs/algoritmeregister.md} describes each of them.
 *
 * <p>Every figure of a rule is text: a number with a dot as decimal mark, a date or month as ISO writes it, or a word.
 */
public enum SignalRule {
    /** The count of a whole month lies outside the limits within which it varies by chance. */
    MONTH_OUTSIDE_LIMITS("maand-buiten-grenzen", Confidentiality.OPENBAAR),
    /** The count of the running month is already too high for the days that have passed. */
    RUNNING_MONTH_HIGH("lopende-maand-hoog", Confidentiality.OPENBAAR),
    /** Within days more burglaries became known in a buurt than chance explains. */
    BURGLARY_SERIES("woninginbraakreeks", Confidentiality.INTERN),
    /** Nuisance repeats itself at one place. */
    HOTSPOT_OPENED("hotspot-geopend", Confidentiality.INTERN),
    /** A case stays in one step for longer than the norm of that step. */
    CASE_STAGNATES("casus-stagneert", Confidentiality.VERTROUWELIJK),
    /** A target of the programme can no longer be reached. */
    TARGET_OUT_OF_REACH("doel-buiten-bereik", Confidentiality.OPENBAAR),
    /** Nothing has been heard of a source system for too long. */
    FEED_SILENT("bron-stil", Confidentiality.OPENBAAR),
    /** More signals wait than may be opened in a day. */
    MORE_SIGNALS("meer-signalen", Confidentiality.INTERN);

    private final String id;
    private final Confidentiality confidentiality;

    SignalRule(String id, Confidentiality confidentiality) {
        this.id = id;
        this.confidentiality = confidentiality;
    }

    /** As files, tables and the API write it. */
    public String id() {
        return id;
    }

    /** Who may see its signals at least; where one is about an indicator, the stricter of the two holds. */
    public Confidentiality confidentiality() {
        return confidentiality;
    }

    /** Names of the figures that its sentence needs, in the order in which they are shown. */
    public List<String> figures() {
        return switch (this) {
            case MONTH_OUTSIDE_LIMITS ->
                List.of("periode", "aantal", "ondergrens", "bovengrens", "gemiddelde", "maanden");
            case RUNNING_MONTH_HIGH ->
                List.of("periode", "aantal", "ondergrens", "bovengrens", "gemiddelde", "dagen", "maanden");
            case BURGLARY_SERIES -> List.of("aantal", "dagen", "verwacht", "kans", "maanden");
            case HOTSPOT_OPENED -> List.of("meldingen", "dagen", "venster", "categorie");
            case CASE_STAGNATES -> List.of("stap", "dagen", "norm");
            case TARGET_OUT_OF_REACH -> List.of("periode", "soort", "aantal", "doel", "tot-en-met", "zekerheid");
            case FEED_SILENT -> List.of("minuten", "grens", "laatst");
            case MORE_SIGNALS -> List.of("aantal", "grens", "grens-regel");
        };
    }

    /** Whether its subject is an indicator of the catalogue. */
    public boolean isAboutIndicator() {
        return switch (this) {
            case MONTH_OUTSIDE_LIMITS, RUNNING_MONTH_HIGH, BURGLARY_SERIES, TARGET_OUT_OF_REACH -> true;
            case HOTSPOT_OPENED, CASE_STAGNATES, FEED_SILENT, MORE_SIGNALS -> false;
        };
    }

    /** The rule of this id; empty when there is none. */
    public static Optional<SignalRule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
