package nl.mjpmonitor.dashboard.documents;

/** A picture of figures and, always, the same figures as a table. */
public sealed interface Drawing extends Block permits AreaMap, Chart {

    /** Short name in lower case, letters, digits and hyphens. */
    String id();

    /** What it says. */
    String title();

    /** What the data say, for who does not see it; never blank. */
    String description();

    /** The same figures. */
    Table table();

    /** The same picture with other notes below its figures, or another table of them. */
    Drawing withTable(Table other);
}
