package nl.mjpmonitor.warehouse.published;

/** Why a published row is not a figure that the warehouse gives. */
public enum Reason {
    AMBITIE("ambitie", RefersTo.PROGRAMME_ENTRY),
    SUCCESCRITERIUM("succescriterium", RefersTo.PROGRAMME_ENTRY),
    EFFECT("beoogd effect", RefersTo.PROGRAMME_ENTRY),
    VOORNEMEN("voornemen", RefersTo.PROGRAMME_ENTRY),
    NORM("norm", RefersTo.INDICATOR),
    BESLUIT("besluit", RefersTo.PROGRAMME),
    /** A direction or comparison without a number. */
    KWALITATIEF("kwalitatief", RefersTo.ANYTHING),
    PROCES("werkwijze", RefersTo.ANYTHING),
    RAPPORTAGEMOMENT("rapportagemoment", RefersTo.ANYTHING),
    ORGANISATIE("organisatie", RefersTo.ANYTHING),
    STRUCTUUR("indeling", RefersTo.ANYTHING),
    BRON("bron", RefersTo.ANYTHING),
    DEFINITIE("definitie of rekenregel", RefersTo.ANYTHING),
    /** The document speaks of a number and does not give it. */
    NIET_GENOEMD("niet genoemd", RefersTo.ANYTHING);

    private final String label;
    private final RefersTo refersTo;

    Reason(String label, RefersTo refersTo) {
        this.label = label;
        this.refersTo = refersTo;
    }

    /** The reason as Dutch readers see it. */
    public String label() {
        return label;
    }

    /** What a row with this reason must refer to. */
    public RefersTo refersTo() {
        return refersTo;
    }

    /** What a row can refer to. */
    public enum RefersTo {
        PROGRAMME_ENTRY,
        PROGRAMME,
        /** An indicator, whose target it is. */
        INDICATOR,
        /** An entry of the programme or an indicator, or nothing. */
        ANYTHING
    }
}
