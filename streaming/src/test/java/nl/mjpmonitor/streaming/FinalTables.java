package nl.mjpmonitor.streaming;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.mjpmonitor.streaming.ChangeLog.Count;
import nl.mjpmonitor.streaming.registrations.Cell;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;

/**
 * What the tables of the warehouse hold in the end, whatever was written to them and how often: of rows with the same sorting key
 * the one with the highest version stays, of equal versions the one that was written last.
 */
final class FinalTables {

    private final Map<List<Object>, ChangeEventRow> changeEvents = new HashMap<>();
    private final Map<Cell, NavigableMap<Instant, MonthlyCountRow>> monthlyCounts = new HashMap<>();
    private final Map<List<Object>, RejectedEventRow> rejectedEvents = new HashMap<>();

    static FinalTables of(List<WarehouseRow> rows) {
        FinalTables tables = new FinalTables();
        rows.forEach(tables::write);
        return tables;
    }

    synchronized void write(WarehouseRow row) {
        if (row instanceof ChangeEventRow change) {
            write(change);
        } else if (row instanceof MonthlyCountRow count) {
            write(count);
        } else if (row instanceof RejectedEventRow rejected) {
            write(rejected);
        }
    }

    private void write(ChangeEventRow row) {
        changeEvents.put(
                List.of(row.sourceSystem(), row.sourceTable(), row.key(), row.epoch(), row.lsn(), row.order()), row);
    }

    private void write(MonthlyCountRow row) {
        Cell cell = new Cell(row.measure(), row.areaCode(), row.monthEpochDay());
        monthlyCounts
                .computeIfAbsent(cell, any -> new TreeMap<>())
                .merge(
                        Instant.ofEpochMilli(row.knownAtMillis()),
                        row,
                        (old, written) -> written.changeCount() >= old.changeCount() ? written : old);
    }

    private void write(RejectedEventRow row) {
        rejectedEvents.put(List.of(row.topic(), row.partition(), row.offset()), row);
    }

    Map<List<Object>, ChangeEventRow> changeEvents() {
        return changeEvents;
    }

    Map<Cell, NavigableMap<Instant, MonthlyCountRow>> monthlyCounts() {
        return monthlyCounts;
    }

    Map<List<Object>, RejectedEventRow> rejectedEvents() {
        return rejectedEvents;
    }

    /** The counts as known at a reference date; cells that count nothing are left out. */
    Map<Cell, Count> countsKnownAt(Instant moment) {
        Map<Cell, Count> counts = new HashMap<>();
        monthlyCounts.forEach((cell, timeline) -> {
            Map.Entry<Instant, MonthlyCountRow> newest = timeline.floorEntry(moment);
            if (newest != null) {
                counts.put(
                        cell,
                        new Count(newest.getValue().count(), newest.getValue().unknownCount()));
            }
        });
        counts.values().removeIf(count -> count.equals(new Count(0, 0)));
        return counts;
    }
}
