package nl.mjpmonitor.warehouse.comparisons;

import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/** Why a comparison has no number. */
public enum Reason {
    NOT_APPLICABLE(
            "De indicator bestaat niet voor dit gebied of deze periode.",
            "The indicator does not exist for this area or period."),
    /** The definition changed between the two, or within one of them. A series is never bridged. */
    BREAK(
            "De definitie is tussen de twee perioden veranderd. Daarom worden ze niet vergeleken.",
            "The definition changed between the two periods. So they are not compared."),
    SUPPRESSED(
            "Een van de cijfers is zo klein dat het niet wordt gegeven.",
            "One of the figures is so small that it is not given."),
    UNKNOWN("Een van de cijfers is niet bekend.", "One of the figures is not known."),
    /** The periods are not equally long or have months in common, or a part is larger than its total. */
    NOT_COMPARABLE("Deze cijfers zijn niet te vergelijken.", "These figures cannot be compared."),
    ZERO_TOTAL("Het totaal is 0.", "The total is 0."),
    FEW_INHABITANTS(
            "Hier wonen minder dan 1.000 mensen. Daarom staat er alleen een aantal.",
            "Fewer than 1,000 people live here. So only the count is shown."),
    TOO_FEW_YEARS(
            "Er zijn te weinig eerdere jaren om mee te vergelijken.",
            "There are too few earlier years to compare with.");

    private final String nl;
    private final String en;

    Reason(String nl, String en) {
        this.nl = nl;
        this.en = en;
    }

    /** The reason as readers see it. */
    public LocalizedText sentence() {
        return new LocalizedText(nl, en);
    }
}
