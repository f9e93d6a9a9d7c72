package nl.mjpmonitor.streaming;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.EventBuilder;
import nl.mjpmonitor.streaming.registrations.Cell;

/**
 * A random history of the registrations of the police and of the reports of the Melddesk, as their connectors would send it, and what a
 * GROUP BY in those sources would have answered at every moment of it. The same seed gives the same history.
 */
final class ChangeLog {

    private static final List<String> POLICE_CLASSES = List.of("A40", "B73");
    private static final List<String> AREAS = List.of("BU09350000", "BU09359999");
    private static final List<String> MONTHS = List.of("2022-12-01Z", "2023-01-01Z");
    private static final List<String> CATEGORIES = List.of("persons", "drugs");
    private static final List<String> DAYS = List.of("2022-12-31Z", "2023-01-01Z", "2023-01-31Z");
    private static final List<String> STATUSES = List.of("received", "screened", "closed");
    private static final int KEYS = 10;
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    /** What a cell counts. */
    record Count(long known, long unknown) {

        private Count plus(Row row) {
            Integer count = row.count();
            return count == null ? new Count(known, unknown + 1) : new Count(known + count, unknown);
        }
    }

    /** An event of the log. Events of one key must be read in the order of the log. */
    record Event(String key, ConsumedRecord record) {

        /** The same event, in the topic a second time. */
        Event producedAgain(long offset, Instant knownAt) {
            return new Event(
                    key,
                    new ConsumedRecord(
                            record.topic(), 0, offset, knownAt, record.key(), record.value(), record.headers()));
        }
    }

    /** A row of one of the tables; rows with an even number are reports. */
    private sealed interface Row {

        Cell cell();

        Integer count();

        boolean counts();

        /** The same row, taken back or not after all. */
        Row turned(Random random);

        EventBuilder event(long id);

        /** The row with an area that its contract does not know. */
        EventBuilder bad(long id);

        static long month(String date) {
            return LocalDate.parse(date.substring(0, 10)).withDayOfMonth(1).toEpochDay();
        }
    }

    private record Registration(String policeClass, String area, String month, Integer count, boolean withdrawn)
            implements Row {

        @Override
        public Cell cell() {
            return new Cell("politie." + policeClass, area, Row.month(month));
        }

        @Override
        public boolean counts() {
            return !withdrawn;
        }

        @Override
        public Row turned(Random random) {
            return new Registration(policeClass, area, month, count, !withdrawn);
        }

        @Override
        public EventBuilder event(long id) {
            return EventBuilder.registration(id)
                    .cell(policeClass, area, month)
                    .column("registration_count", String.valueOf(count))
                    .column("is_withdrawn", Boolean.toString(withdrawn));
        }

        @Override
        public EventBuilder bad(long id) {
            return event(id).column("area_code", "\"elsewhere\"");
        }
    }

    private record Report(
            String category, String buurt, String happenedOn, String status, boolean withdrawn, boolean merged)
            implements Row {

        @Override
        public Cell cell() {
            return new Cell("melddesk." + category, buurt, Row.month(happenedOn));
        }

        @Override
        public Integer count() {
            return 1;
        }

        @Override
        public boolean counts() {
            return !withdrawn && !merged;
        }

        @Override
        public Row turned(Random random) {
            return random.nextBoolean()
                    ? new Report(category, buurt, happenedOn, status, !withdrawn, merged)
                    : new Report(category, buurt, happenedOn, status, withdrawn, !merged);
        }

        @Override
        public EventBuilder event(long id) {
            return EventBuilder.report(id)
                    .column("category", '"' + category + '"')
                    .column("buurt_code", '"' + buurt + '"')
                    .column("happened_on", '"' + happenedOn + '"')
                    .column("status", '"' + status + '"')
                    .column("is_withdrawn", Boolean.toString(withdrawn))
                    .column("is_merged", Boolean.toString(merged));
        }

        @Override
        public EventBuilder bad(long id) {
            return event(id).column("buurt_code", "\"elsewhere\"");
        }
    }

    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private final Map<Long, Row> rows = new TreeMap<>();
    private final Map<Long, Long> lastPositions = new LinkedHashMap<>();
    private final TreeMap<Instant, Map<Cell, Count>> answers = new TreeMap<>();
    private Instant now = BEGIN;
    private long position = 1_000;

    private ChangeLog(long seed) {
        this.random = new Random(seed);
    }

    static ChangeLog random(long seed, int steps) {
        ChangeLog log = new ChangeLog(seed);
        for (long id = 1; id <= 3; id++) {
            log.rows.put(id, log.randomRow(id));
        }
        log.rows.keySet().forEach(log::readBySnapshot);
        log.commitWhatWasOpenDuringTheSnapshot(1);
        for (int step = 0; step < steps; step++) {
            log.step();
            log.answers.put(log.now, log.groupBy());
            if (log.random.nextInt(3) > 0) {
                log.now = log.now.plusMillis(1 + log.random.nextInt(1_000));
            }
        }
        return log;
    }

    List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    /** Answer of the source after all changes that were known at a moment, by moment; cells that count nothing are left out. */
    Map<Instant, Map<Cell, Count>> answers() {
        return answers;
    }

    Instant end() {
        return now;
    }

    private void step() {
        position += random.nextLong(1, 4);
        long id = random.nextLong(1, KEYS + 1);
        if (!rows.containsKey(id)) {
            insert(id);
            return;
        }
        switch (random.nextInt(12)) {
            case 0 -> delete(id, 1);
            case 1 -> moveKey(id);
            case 2 -> snapshotRead(id);
            case 3 -> reject(id);
            case 4 -> update(id, rows.get(id).turned(random));
            case 5 -> update(id, rows.get(id));
            case 6 -> snapshotReadOvertaken(id);
            case 7 -> updateTwice(id);
            case 8 -> updateAtThePositionOfASnapshotRead(id);
            case 9 -> updateFromALongTransaction(id);
            default -> update(id, randomRow(id));
        }
    }

    private void insert(long id) {
        Row row = randomRow(id);
        rows.put(id, row);
        add(id, row.event(id).operation("c").version(position, 1));
        lastPositions.put(id, position);
    }

    private void update(long id, Row row) {
        rows.put(id, row);
        long order = random.nextLong(1, 4);
        add(id, row.event(id).version(position, order));
        lastPositions.put(id, position);
    }

    private void delete(long id, int order) {
        Row row = rows.remove(id);
        add(id, row.event(id).operation("d").version(position, order));
        tombstone(id);
        lastPositions.put(id, position);
    }

    /** A change of primary key: delete of the old and create of the new one, at one position of one transaction. */
    private void moveKey(long id) {
        long newId = 2 * random.nextLong(50, 50_000) + id % 2;
        if (rows.containsKey(newId)) {
            return;
        }
        Row row = rows.get(id);
        delete(id, 1);
        rows.put(newId, row);
        add(newId, row.event(newId).operation("c").version(position, 2));
        lastPositions.put(newId, position);
    }

    /** An incremental snapshot reads the row as it is, at the position the log has reached. */
    private void snapshotRead(long id) {
        add(id, rows.get(id).event(id).operation("r").version(position, 1));
        lastPositions.put(id, position);
    }

    /** The snapshot that the log begins with. */
    private void readBySnapshot(long id) {
        add(id, rows.get(id).event(id).readBySnapshot(position));
        lastPositions.put(id, position);
    }

    /** The first transaction in the stream stands in the log before the snapshot, which did not see it. */
    private void commitWhatWasOpenDuringTheSnapshot(long id) {
        rows.put(id, randomRow(id));
        add(id, rows.get(id).event(id).version(position - 500, 1).firstInStream());
    }

    /** A change that was made long before it was committed: before the row was read again, which did not see it. */
    private void updateFromALongTransaction(long id) {
        snapshotRead(id);
        Row row = randomRow(id);
        rows.put(id, row);
        add(id, row.event(id).version(position, random.nextLong(1, 4)).lsn(position - random.nextLong(1, 500)));
        lastPositions.put(id, position);
    }

    /** A snapshot read that carries the position of a change it did not see. */
    private void snapshotReadOvertaken(long id) {
        long lastPosition = lastPositions.get(id);
        update(id, randomRow(id));
        add(id, randomRow(id).event(id).operation("r").version(random.nextBoolean() ? position : lastPosition, 1));
    }

    /** Two changes of one transaction whose records carry one position. */
    private void updateTwice(long id) {
        add(id, randomRow(id).event(id).version(position, 1));
        rows.put(id, randomRow(id));
        add(id, rows.get(id).event(id).version(position, 2));
        lastPositions.put(id, position);
    }

    private void updateAtThePositionOfASnapshotRead(long id) {
        snapshotRead(id);
        update(id, randomRow(id));
    }

    /** A change that breaks the contract; the source takes it back at once, with a change that the next step may overwrite. */
    private void reject(long id) {
        add(id, rows.get(id).bad(id).version(position, 1));
    }

    private void tombstone(long id) {
        ConsumedRecord delete = events.get(events.size() - 1).record();
        events.add(new Event(
                Long.toString(id),
                new ConsumedRecord(delete.topic(), 0, events.size(), now, delete.key(), null, delete.headers())));
    }

    private void add(long id, EventBuilder event) {
        events.add(new Event(
                Long.toString(id), event.knownAt(now).offset(events.size()).record()));
    }

    private Row randomRow(long id) {
        return id % 2 == 0
                ? new Report(
                        oneOf(CATEGORIES),
                        oneOf(AREAS),
                        oneOf(DAYS),
                        oneOf(STATUSES),
                        random.nextInt(8) == 0,
                        random.nextInt(8) == 0)
                : new Registration(
                        oneOf(POLICE_CLASSES),
                        oneOf(AREAS),
                        oneOf(MONTHS),
                        random.nextInt(6) == 0 ? null : random.nextInt(20),
                        random.nextInt(8) == 0);
    }

    private String oneOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Map<Cell, Count> groupBy() {
        Map<Cell, Count> counts = new LinkedHashMap<>();
        for (Row row : rows.values()) {
            if (row.counts()) {
                counts.put(
                        row.cell(),
                        counts.getOrDefault(row.cell(), new Count(0, 0)).plus(row));
            }
        }
        counts.values().removeIf(count -> count.equals(new Count(0, 0)));
        return counts;
    }
}
