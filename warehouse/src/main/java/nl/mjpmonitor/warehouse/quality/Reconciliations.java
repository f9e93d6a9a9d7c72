package nl.mjpmonitor.warehouse.quality;

import java.time.Instant;
import java.util.List;

/**
 * What comparing the sources with the warehouse showed.
 *
 * <p>Every method throws {@link nl.mjpmonitor.warehouse.WarehouseException} when ClickHouse cannot be asked.
 */
public interface Reconciliations {

    /** The newest comparison of every table, by system and table. */
    List<ReconciledTable> newest();

    /** The ranges that differed since a moment, newest first, at most {@code limit}. */
    List<ReconciledRange> differences(Instant since, int limit);

    /** Records ranges; one that was recorded before is replaced. */
    void record(List<ReconciledRange> ranges);
}
