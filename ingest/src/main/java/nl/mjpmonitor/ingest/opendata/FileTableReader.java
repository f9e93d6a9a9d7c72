package nl.mjpmonitor.ingest.opendata;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files that are dropped for one table, each as a whole or not at all.
 *
 * <p>What is in a file goes into Kafka together with an offset that bears the digest of its content. The file leaves the folder
 * only when Connect says that this offset is committed: killed at any moment, a file is either still there or done, and one
 * that was done is not read twice. A broken file is reported the same way, then set aside with its reason.
 *
 * <p>Not safe for use by several threads.
 */
final class FileTableReader implements TableReader {
    private static final Logger LOG = LoggerFactory.getLogger(FileTableReader.class);
    private static final String TABLE = "table";
    private static final String FILE = "file";
    private static final String OUTCOME = "outcome";
    private static final String REASON = "reason";
    private static final String NAME = "name";
    private static final String REVISION = "revision";

    private final TableDefinition table;
    private final TableSource.Files source;
    private final DropFolder folder;
    private final SliceLedger ledger;
    private final OffsetStorageReader storage;
    private final OpenDataRecords records;
    private final Duration interval;
    private final Clock clock;

    private Instant notBefore = Instant.MIN;
    private final Deque<Path> waiting = new ArrayDeque<>();
    /** Handed to Connect by this task, and not known to be committed; empty reason when accepted. */
    private final Map<String, String> handedOver = new HashMap<>();

    FileTableReader(
            TableDefinition table,
            TableSource.Files source,
            DropFolder folder,
            SliceLedger ledger,
            OffsetStorageReader storage,
            OpenDataRecords records,
            Duration interval,
            Clock clock) {
        this.table = table;
        this.source = source;
        this.folder = folder;
        this.ledger = ledger;
        this.storage = storage;
        this.records = records;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public Instant nextStepAt() {
        return waiting.isEmpty() ? notBefore : Instant.MIN;
    }

    @Override
    public void stop() {
        waiting.clear();
    }

    @Override
    public List<SourceRecord> step() {
        if (waiting.isEmpty()) {
            if (clock.instant().isBefore(notBefore)) {
                return List.of();
            }
            notBefore = clock.instant().plus(interval);
            waiting.addAll(folder.settled());
        }
        Path next = waiting.poll();
        Optional<DropFolder.Dropped> file = next == null ? Optional.empty() : folder.read(next);
        return file.isEmpty() || isDealtWith(file.get()) ? List.of() : read(file.get());
    }

    private boolean isDealtWith(DropFolder.Dropped file) {
        Map<String, Object> committed = storage.offset(partition(file));
        String outcome = committed == null ? "" : OffsetFields.text(committed, OUTCOME, "");
        String reason = handedOver.get(file.digest());
        if (outcome.equals(Reading.State.COMPLETE.text()) && (reason == null || reason.isEmpty())) {
            LOG.info("File {} of table {} is done", file.name(), table.id());
            handedOver.remove(file.digest());
            folder.accept(file);
            return true;
        }
        if (reason == null) {
            // not handed over by this task; when an earlier one rejected it, its definition may have been mended since
            return false;
        }
        if (outcome.equals(Reading.State.REJECTED.text()) && !reason.isEmpty()) {
            handedOver.remove(file.digest());
            folder.reject(file, reason);
        }
        return true;
    }

    private List<SourceRecord> read(DropFolder.Dropped file) {
        TableOffset before = ledger.table();
        Reading reading = new Reading(table, before.revision() + 1, file.name(), file.digest(), file.modifiedAt());
        try {
            FileCells content = content(file);
            YearMonth newest = later(before.newest(), content.newest());
            Provenance provenance = Provenance.ofFile(file.name());
            List<Cell> cells = content.cells(newest).stream()
                    .map(cell -> new Cell(cell.key(), cell.value().with(provenance)))
                    .toList();
            List<SourceRecord> accepted = accept(reading, file, cells, newest);
            handedOver.put(file.digest(), "");
            return accepted;
        } catch (BrokenFileException | SliceLedger.OversizedSliceException broken) {
            String reason = String.valueOf(broken.getMessage());
            LOG.warn("File {} of table {} is rejected: {}", file.name(), table.id(), reason);
            handedOver.put(file.digest(), reason);
            return List.of(records.reading(reading, Reading.State.REJECTED, reason, null, clock.instant())
                    .at(partition(file), outcome(reading, Reading.State.REJECTED, reason)));
        }
    }

    private FileCells content(DropFolder.Dropped file) throws BrokenFileException {
        if (file.isTooLarge()) {
            throw new BrokenFileException("the file is larger than 'files.max.bytes' allows");
        }
        List<DelimitedText.Line> lines = DelimitedText.lines(file.bytes());
        return source.layout() == TableSource.Layout.STATLINE
                ? StatLineFile.read(lines, table, source)
                : SurveyFile.read(lines, table, source);
    }

    private static @Nullable YearMonth later(@Nullable YearMonth known, Optional<YearMonth> found) {
        return found.filter(month -> known == null || month.isAfter(known)).orElse(known);
    }

    private List<SourceRecord> accept(
            Reading reading, DropFolder.Dropped file, List<Cell> cells, @Nullable YearMonth newest) {
        Map<String, List<Cell>> byPeriod = new LinkedHashMap<>();
        cells.forEach(cell -> byPeriod.computeIfAbsent(cell.key().period().code(), period -> new ArrayList<>())
                .add(cell));
        TableOffset before = ledger.table();
        SortedSet<String> slices = new TreeSet<>(before.slices());
        slices.addAll(byPeriod.keySet());
        ledger.fetch(byPeriod.keySet());

        List<SourceRecord> accepted = new ArrayList<>();
        Instant now = clock.instant();
        List<SourceRecord> changes = new ArrayList<>();
        byPeriod.forEach((period, ofPeriod) -> changes.addAll(slice(reading, period, ofPeriod, now)));
        Map<String, ?> offset =
                ledger.put(new TableOffset(reading.revision(), TableOffset.Progress.COMPLETE, "", slices, newest));
        accepted.add(
                records.reading(reading, Reading.State.STARTED, null, null, now).at(ledger.partition(), offset));
        accepted.addAll(changes);
        accepted.add(records.reading(reading, Reading.State.COMPLETE, null, (long) cells.size(), now)
                .at(partition(file), outcome(reading, Reading.State.COMPLETE, "")));
        LOG.info(
                "File {} of table {}: {} cells, {} new or changed",
                file.name(),
                table.id(),
                cells.size(),
                changes.size());
        return accepted;
    }

    private List<SourceRecord> slice(Reading reading, String period, List<Cell> cells, Instant now) {
        SliceMemory memory = SliceMemory.decode(ledger.slice(period).memory());
        memory.beginReading();
        List<OpenDataRecords.Draft> drafts = new ArrayList<>();
        for (Cell cell : cells) {
            if (memory.add(cell) != SliceMemory.Change.UNCHANGED) {
                drafts.add(records.cell(reading, cell, now));
            }
        }
        if (source.holdsWholePeriods()) {
            memory.withdrawUnseen().forEach(key -> drafts.add(records.withdrawn(reading, key, now)));
        }
        return drafts.isEmpty()
                ? List.of()
                : ledger.place(period, drafts, PageOffset.complete(reading.revision(), memory));
    }

    private Map<String, String> partition(DropFolder.Dropped file) {
        return Map.of(TABLE, table.id(), FILE, file.digest());
    }

    private static Map<String, ?> outcome(Reading reading, Reading.State state, String reason) {
        return Map.of(OUTCOME, state.text(), REASON, reason, NAME, reading.source(), REVISION, reading.revision());
    }
}
