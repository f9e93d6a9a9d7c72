package nl.mjpmonitor.warehouse.targets;

import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/** How it stands with a target. */
public enum TargetVerdict {
    MET("doel gehaald", "target met"),
    NOT_MET("doel niet gehaald", "target not met"),
    /** Met in one part and not in another: in one year and not in the other, or by one figure and not by the other. */
    MIXED("doel deels gehaald", "target partly met"),
    /** The figures do not say; the reason tells why. */
    UNDECIDED("doel nog niet te beoordelen", "target cannot be judged yet");

    private final String nl;
    private final String en;

    TargetVerdict(String nl, String en) {
        this.nl = nl;
        this.en = en;
    }

    /** The verdict in a few words, as beside an icon. */
    public LocalizedText word() {
        return new LocalizedText(nl, en);
    }
}
