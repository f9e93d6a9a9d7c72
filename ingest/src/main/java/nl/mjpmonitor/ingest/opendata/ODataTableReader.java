package nl.mjpmonitor.ingest.opendata;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one table of an OData service whenever the service has changed it.
 *
 * <p>A reading asks for the state of the table, checks its columns, fetches the codes it is sliced by, reads slice after slice and
 * page after page, and asks for the state again. When the table turns out to have changed in between, the reading is abandoned
 * and begins anew; cells published from it are put right by the next, which has a higher revision.
 *
 * <p>A failing service is asked again, ever more slowly, for as long as it takes; what was read is kept. A table that is not what
 * its definition says is reported and looked at again at the next interval. Neither stops other tables.
 *
 * <p>Not safe for use by several threads.
 */
final class ODataTableReader implements TableReader {
    private static final Logger LOG = LoggerFactory.getLogger(ODataTableReader.class);
    private static final int MOST_RESTARTS = 5;

    /** What is asked for next. */
    private enum Stage {
        STATE,
        COUNT,
        STRUCTURE,
        CODES,
        PAGE,
        STATE_AGAIN,
        COUNT_AGAIN
    }

    /**
     * How a reader deals with time.
     *
     * @param interval time between two looks at the state of a table
     * @param failuresBeforeReport failures in a row after which an outage is reported
     */
    record Timing(Duration interval, int failuresBeforeReport) {}

    private final TableDefinition table;
    private final TableSource.OData source;
    private final ODataAddresses addresses;
    private final ODataClient client;
    private final SliceLedger ledger;
    private final OpenDataRecords records;
    private final Timing timing;
    private final Backoff backoff;
    private final Clock clock;
    private final Runnable onAnswer;

    private Stage stage = Stage.STATE;
    private Instant notBefore = Instant.MIN;
    private @Nullable CompletableFuture<ODataAnswer> request;
    private @Nullable String reported;
    private int restarts;

    // of the reading in progress
    private ODataMetadata.@Nullable State state;
    private Edition edition = new Edition(null, PageOffset.UNANNOUNCED, "");
    private Reading reading;
    private final Map<String, List<ODataMetadata.Code>> codes = new LinkedHashMap<>();
    private Iterator<String> columnsToFetch = List.<String>of().iterator();
    private String columnToFetch = "";
    private List<Slice> slices = List.of();
    private Iterator<Slice> slicesToRead = List.<Slice>of().iterator();
    private ODataCells cells;

    private @Nullable SliceReading slice;

    ODataTableReader(
            TableDefinition table,
            TableSource.OData source,
            ODataAddresses addresses,
            ODataClient client,
            SliceLedger ledger,
            OpenDataRecords records,
            Timing timing,
            Backoff backoff,
            Clock clock,
            Runnable onAnswer) {
        this.table = table;
        this.source = source;
        this.addresses = addresses;
        this.client = client;
        this.ledger = ledger;
        this.records = records;
        this.timing = timing;
        this.backoff = backoff;
        this.clock = clock;
        this.onAnswer = onAnswer;
        this.reading = new Reading(table, ledger.table().revision(), addresses.table(), null, null);
        this.cells = new ODataCells(table, source.version(), null, Set.of());
    }

    @Override
    public Instant nextStepAt() {
        return request == null ? notBefore : Instant.MAX;
    }

    @Override
    public void stop() {
        if (request != null) {
            request.cancel(true);
            request = null;
        }
    }

    @Override
    public List<SourceRecord> step() {
        if (clock.instant().isBefore(notBefore)) {
            return List.of();
        }
        if (request == null) {
            ask();
            return List.of();
        }
        if (!request.isDone()) {
            return List.of();
        }
        ODataAnswer answer = request.join();
        request = null;
        if (answer instanceof ODataAnswer.Body body) {
            return accept(body.bytes());
        }
        if (answer instanceof ODataAnswer.Busy busy) {
            return retry("the service asks for patience (" + busy.status() + ")", busy.retryAfter());
        }
        if (answer instanceof ODataAnswer.Failed failed) {
            return retry(failed.reason(), Optional.empty());
        }
        String refusal = "the service refuses: " + ((ODataAnswer.Refused) answer).reason();
        // a link to a further page ages with the edition it is of
        return stage == Stage.PAGE && slice().isUnderWay() ? restart(refusal) : fail(refusal);
    }

    private void ask() {
        URI address = address();
        Instant polite = client.mayAskAt(address);
        if (polite.isAfter(clock.instant())) {
            notBefore = polite;
            return;
        }
        CompletableFuture<ODataAnswer> asked = client.get(address);
        request = asked;
        var unused = asked.thenRun(onAnswer);
    }

    private URI address() {
        return switch (stage) {
            case STATE, STATE_AGAIN -> addresses.state();
            case COUNT, COUNT_AGAIN -> addresses.count().orElseThrow();
            case STRUCTURE -> addresses.structure();
            case CODES -> addresses.codes(columnToFetch);
            case PAGE -> slice().page().orElseThrow();
        };
    }

    private List<SourceRecord> accept(byte[] body) {
        try {
            List<SourceRecord> accepted = switch (stage) {
                case STATE, STATE_AGAIN -> acceptState(ODataMetadata.state(body));
                case COUNT, COUNT_AGAIN -> acceptCount(ODataMetadata.count(body));
                case STRUCTURE -> acceptStructure(body);
                case CODES -> acceptCodes(ODataMetadata.codes(body));
                case PAGE -> acceptPage(ODataPage.read(body));
            };
            backoff.reset();
            return accepted;
        } catch (MalformedAnswerException malformed) {
            return retry(address().getPath() + ": " + malformed.getMessage(), Optional.empty());
        } catch (TableChangedException changed) {
            return restart(String.valueOf(changed.getMessage()));
        } catch (TableDriftException | SliceLedger.OversizedSliceException unusable) {
            return fail(String.valueOf(unusable.getMessage()));
        }
    }

    private List<SourceRecord> acceptState(ODataMetadata.State said) throws TableChangedException {
        state = said;
        if (addresses.count().isPresent()) {
            stage = stage == Stage.STATE ? Stage.COUNT : Stage.COUNT_AGAIN;
            return List.of();
        }
        return acceptEdition(said.rowCount());
    }

    private List<SourceRecord> acceptCount(long rowCount) throws TableChangedException {
        return acceptEdition(rowCount);
    }

    private List<SourceRecord> acceptEdition(long rowCount) throws TableChangedException {
        Instant modifiedAt = state == null ? null : state.modifiedAt();
        Edition found = new Edition(modifiedAt, rowCount, table.fingerprint());
        if (stage == Stage.STATE_AGAIN || stage == Stage.COUNT_AGAIN) {
            if (!found.equals(edition)) {
                throw new TableChangedException("it was " + describe(edition) + " and is " + describe(found));
            }
            return complete();
        }
        edition = found;
        if (ledger.table().isAt(TableOffset.Progress.COMPLETE, found)) {
            reported = null;
            rest();
            return List.of();
        }
        stage = Stage.STRUCTURE;
        return List.of();
    }

    private static String describe(Edition edition) {
        return "changed at " + edition.modifiedAt() + " with " + edition.rowCount() + " rows";
    }

    private List<SourceRecord> acceptStructure(byte[] body) throws MalformedAnswerException, TableDriftException {
        ODataMetadata.checkStructure(body, table, source.version());
        codes.clear();
        Set<String> columns = new TreeSet<>(source.sliceBy());
        columns.add(table.period().column());
        columnsToFetch = columns.iterator();
        columnToFetch = columnsToFetch.next();
        stage = Stage.CODES;
        return List.of();
    }

    private List<SourceRecord> acceptCodes(List<ODataMetadata.Code> found) throws MalformedAnswerException {
        if (found.isEmpty()) {
            throw new MalformedAnswerException("column '" + columnToFetch + "' has no codes");
        }
        codes.put(columnToFetch, found);
        if (columnsToFetch.hasNext()) {
            columnToFetch = columnsToFetch.next();
            return List.of();
        }
        return begin();
    }

    /** Everything is known that is needed to read the first page, or to go on where an earlier task was stopped. */
    private List<SourceRecord> begin() throws MalformedAnswerException {
        Map<PeriodCode, Boolean> periods = periods();
        YearMonth newest = PeriodCode.newestMonth(periods.keySet())
                .orElseThrow(() -> new MalformedAnswerException("the table has no period that is wanted"));
        Set<PeriodCode> marked = periods.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        cells = new ODataCells(table, source.version(), newest, marked);
        slices = Slice.combinations(slicingCodes());
        slicesToRead = slices.iterator();

        TableOffset before = ledger.table();
        boolean goesOn = before.isAt(TableOffset.Progress.READING, edition);
        long revision = goesOn ? before.revision() : before.revision() + 1;
        reading = new Reading(table, revision, addresses.table(), null, edition.modifiedAt());
        SortedSet<String> published = new TreeSet<>(before.slices());
        slices.forEach(each -> published.add(each.id()));
        ledger.fetch(published);
        nextSlice();
        if (goesOn) {
            LOG.info(
                    "Table {}: going on with reading {} of the edition of {}",
                    table.id(),
                    revision,
                    edition.modifiedAt());
            return List.of();
        }
        LOG.info("Table {}: reading {} begins, edition of {}", table.id(), revision, edition.modifiedAt());
        Map<String, ?> offset =
                ledger.put(new TableOffset(revision, TableOffset.Progress.READING, edition.text(), published, newest));
        return List.of(status(Reading.State.STARTED, null, null).at(ledger.partition(), offset));
    }

    private Map<PeriodCode, Boolean> periods() {
        Map<PeriodCode, Boolean> periods = new LinkedHashMap<>();
        for (ODataMetadata.Code code : codes.getOrDefault(table.period().column(), List.of())) {
            PeriodCode.of(code.key())
                    .filter(table.period()::wants)
                    .ifPresent(period -> periods.put(period, code.isProvisional()));
        }
        return periods;
    }

    /** Codes that make up slices. Periods are chosen one by one: a range of codes would take in years among the months. */
    private Map<String, List<String>> slicingCodes() {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        for (String column : source.sliceBy()) {
            List<String> keys = codes.getOrDefault(column, List.of()).stream()
                    .map(ODataMetadata.Code::key)
                    .filter(key -> isWanted(column, key))
                    .toList();
            chosen.put(column, keys);
        }
        return chosen;
    }

    private boolean isWanted(String column, String key) {
        if (column.equals(table.period().column())) {
            return PeriodCode.of(key).filter(table.period()::wants).isPresent();
        }
        return table.dimensions().stream()
                .filter(dimension -> dimension.column().equals(column))
                .allMatch(dimension -> dimension.wants(key.strip()));
    }

    private void nextSlice() {
        while (slicesToRead.hasNext()) {
            Slice next = slicesToRead.next();
            PageOffset known = ledger.slice(next.id());
            if (known.revision() != reading.revision() || !known.isComplete()) {
                slice = new SliceReading(reading, next, source, addresses, cells, ledger, records);
                stage = Stage.PAGE;
                return;
            }
        }
        slice = null;
        stage = Stage.STATE_AGAIN;
    }

    private SliceReading slice() {
        return requireNonNull(slice, "no slice is being read");
    }

    /** A page without records leaves no trace and is read again after a restart. */
    private List<SourceRecord> acceptPage(ODataPage answer)
            throws MalformedAnswerException, TableChangedException, TableDriftException {
        List<SourceRecord> accepted = slice().accept(answer, clock.instant());
        if (slice().page().isEmpty()) {
            nextSlice();
        }
        return accepted;
    }

    private List<SourceRecord> complete() {
        List<SourceRecord> last = new ArrayList<>();
        SortedSet<String> current = new TreeSet<>();
        slices.forEach(each -> current.add(each.id()));
        Set<String> gone = new HashSet<>(ledger.table().slices());
        gone.removeAll(current);
        for (String id : new TreeSet<>(gone)) {
            last.addAll(withdrawSlice(id));
        }
        long cellCount =
                current.stream().mapToLong(id -> ledger.slice(id).cellCount()).sum();
        TableOffset before = ledger.table();
        Map<String, ?> offset = ledger.put(new TableOffset(
                before.revision(), TableOffset.Progress.COMPLETE, edition.text(), current, before.newest()));
        last.add(status(Reading.State.COMPLETE, null, cellCount).at(ledger.partition(), offset));
        LOG.info("Table {}: reading {} complete, {} cells", table.id(), before.revision(), cellCount);
        reported = null;
        restarts = 0;
        rest();
        return last;
    }

    /** Withdraws all cells of a slice that the table no longer has. */
    private List<SourceRecord> withdrawSlice(String id) {
        SliceMemory lost = SliceMemory.decode(ledger.slice(id).memory());
        lost.beginReading();
        Instant now = clock.instant();
        List<OpenDataRecords.Draft> drafts = lost.withdrawUnseen().stream()
                .map(key -> records.withdrawn(reading, key, now))
                .toList();
        return drafts.isEmpty() ? List.of() : ledger.place(id, drafts, PageOffset.complete(reading.revision(), lost));
    }

    private List<SourceRecord> restart(String reason) {
        restarts++;
        LOG.warn("Table {}: reading {} abandoned: {}", table.id(), reading.revision(), reason);
        TableOffset before = ledger.table();
        Map<String, ?> offset = ledger.put(new TableOffset(
                before.revision(), TableOffset.Progress.ABANDONED, "", before.slices(), before.newest()));
        stage = Stage.STATE;
        if (restarts >= MOST_RESTARTS) {
            restarts = 0;
            rest();
        }
        return List.of(status(Reading.State.ABANDONED, "the table changed while it was read: " + reason, null)
                .at(ledger.partition(), offset));
    }

    private List<SourceRecord> retry(String reason, Optional<Duration> asked) {
        Duration wait = backoff.next(asked);
        notBefore = clock.instant().plus(wait);
        LOG.info("Table {}: {}; trying again in {} ms", table.id(), reason, wait.toMillis());
        return backoff.failures() < timing.failuresBeforeReport() ? List.of() : report(reason);
    }

    private List<SourceRecord> fail(String reason) {
        rest();
        return report(reason);
    }

    /** Says once what is wrong. The offset stays as it is: when all is well again the reading goes on where it was. */
    private List<SourceRecord> report(String reason) {
        if (reason.equals(reported)) {
            return List.of();
        }
        reported = reason;
        LOG.warn("Table {}: {}", table.id(), reason);
        Map<String, ?> offset = ledger.put(ledger.table());
        return List.of(status(Reading.State.FAILED, reason, null).at(ledger.partition(), offset));
    }

    private OpenDataRecords.Draft status(Reading.State how, @Nullable String reason, @Nullable Long cellCount) {
        return records.reading(reading, how, reason, cellCount, clock.instant());
    }

    private void rest() {
        stage = Stage.STATE;
        notBefore = clock.instant().plus(timing.interval());
    }
}
