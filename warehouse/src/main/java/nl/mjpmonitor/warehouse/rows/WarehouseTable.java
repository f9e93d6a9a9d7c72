package nl.mjpmonitor.warehouse.rows;

/** The tables that the stream fills. */
public enum WarehouseTable {
    CHANGE_EVENT("raw.change_event"),
    MONTHLY_COUNT("mart.monthly_count"),
    REJECTED_EVENT("control.rejected_event"),
    FRESHNESS("control.freshness"),
    HOTSPOT_LIFE("mart.hotspot_life"),
    CASE_STEP_STATE("mart.case_step_state"),
    SIGNAL("mart.signal"),
    TABLE_NOTICE("control.table_notice");

    private final String qualifiedName;

    WarehouseTable(String qualifiedName) {
        this.qualifiedName = qualifiedName;
    }

    /** Database and table, as SQL writes it. */
    public String qualifiedName() {
        return qualifiedName;
    }
}
