package nl.mjpmonitor.warehouse.indicators;

import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/** What a value counts. */
public enum Unit {
    AANTAL(true, "aantal", "number"),
    CASUSSEN(true, "casussen", "cases"),
    LOCATIES(true, "locaties", "locations"),
    CONTROLES(true, "controles", "checks"),
    INTERVENTIES(true, "interventies", "interventions"),
    SIGNALEN(true, "signalen", "signals"),
    MELDINGEN(true, "meldingen", "reports"),
    GESPREKKEN(true, "gesprekken", "conversations"),
    PERSONEN(true, "personen", "persons"),
    DAGEN(false, "dagen", "days"),
    PROCENT(false, "procent", "percent"),
    PER_10000(false, "per 10.000 inwoners", "per 10,000 inhabitants"),
    EURO(false, "euro", "euros"),
    CIJFER(false, "rapportcijfer", "mark out of ten"),
    UREN(false, "uren", "hours"),
    VERHOUDING(false, "verhouding", "ratio");

    private final boolean isWhole;
    private final String nl;
    private final String en;

    Unit(boolean isWhole, String nl, String en) {
        this.isWhole = isWhole;
        this.nl = nl;
        this.en = en;
    }

    /** Whether its values are whole numbers of things, and not measurements. */
    public boolean isWhole() {
        return isWhole;
    }

    /** The unit in words. */
    public LocalizedText label() {
        return new LocalizedText(nl, en);
    }
}
