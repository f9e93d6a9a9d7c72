package nl.mjpmonitor.ingest.opendata;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reading of one slice of a table, page by page: from its beginning, or from the page after the last one whose offset was
 * committed.
 */
final class SliceReading {
    private static final Logger LOG = LoggerFactory.getLogger(SliceReading.class);

    private final Reading reading;
    private final Slice slice;
    private final TableSource.OData source;
    private final ODataAddresses addresses;
    private final ODataCells cells;
    private final SliceLedger ledger;
    private final OpenDataRecords records;
    private final SliceMemory memory;
    /** Null when there is no further page. */
    private @Nullable URI page;

    private long received;
    private long announced = PageOffset.UNANNOUNCED;
    private long rejected;

    SliceReading(
            Reading reading,
            Slice slice,
            TableSource.OData source,
            ODataAddresses addresses,
            ODataCells cells,
            SliceLedger ledger,
            OpenDataRecords records) {
        this.reading = reading;
        this.slice = slice;
        this.source = source;
        this.addresses = addresses;
        this.cells = cells;
        this.ledger = ledger;
        this.records = records;
        PageOffset known = ledger.slice(slice.id());
        this.memory = SliceMemory.decode(known.memory());
        String next = known.next();
        if (known.revision() == reading.revision() && next != null && addresses.isOwn(URI.create(next))) {
            page = URI.create(next);
            received = known.received();
            announced = known.announced();
            rejected = known.rejected();
        } else {
            page = addresses.firstPage(slice.codes());
            memory.beginReading();
        }
    }

    /** The page to ask for; empty when all were read. */
    Optional<URI> page() {
        return Optional.ofNullable(page);
    }

    /** Whether the page to ask for is one that another page led to. */
    boolean isUnderWay() {
        return received > 0;
    }

    /**
     * Takes the page that was asked for.
     *
     * @return a record for each cell that is new, changed or gone, and for each row that was rejected
     * @throws MalformedAnswerException when it makes no sense; nothing was taken, and it can be asked for again
     * @throws TableChangedException when it does not go with the pages before it
     * @throws TableDriftException when its rows lack a column
     */
    List<SourceRecord> accept(ODataPage answer, Instant now)
            throws MalformedAnswerException, TableChangedException, TableDriftException {
        URI asked = page().orElseThrow();
        long total = total(answer);
        Optional<URI> next = next(asked, answer, total);
        long receivedNow = received + answer.rows().size();
        if (next.isEmpty() && total != PageOffset.UNANNOUNCED && receivedNow != total) {
            throw new TableChangedException(
                    "slice " + slice.id() + " was to have " + total + " rows and had " + receivedNow);
        }
        List<OpenDataRecords.Draft> drafts = new ArrayList<>();
        for (ObjectNode row : answer.rows()) {
            add(row, drafts, now);
        }
        // a row that could not be read may be the row of a cell that seems to be gone
        if (next.isEmpty() && rejected == 0) {
            memory.withdrawUnseen().forEach(key -> drafts.add(records.withdrawn(reading, key, now)));
        }
        received = receivedNow;
        announced = total;
        page = next.orElse(null);
        return drafts.isEmpty() ? List.of() : ledger.place(slice.id(), drafts, offset());
    }

    private PageOffset offset() {
        return new PageOffset(
                reading.revision(),
                page == null,
                page == null ? null : page.toString(),
                received,
                announced,
                rejected,
                memory.size(),
                memory.encode());
    }

    private long total(ODataPage answer) throws TableChangedException {
        if (answer.announced() == PageOffset.UNANNOUNCED) {
            return announced;
        }
        if (announced != PageOffset.UNANNOUNCED && answer.announced() != announced) {
            throw new TableChangedException(
                    "slice " + slice.id() + " had " + announced + " rows and has " + answer.announced());
        }
        return answer.announced();
    }

    private Optional<URI> next(URI asked, ODataPage answer, long total) throws MalformedAnswerException {
        if (answer.nextLink().isPresent()) {
            URI next = addresses.follow(asked, answer.nextLink().get());
            if (next.equals(asked) || answer.rows().isEmpty()) {
                throw new MalformedAnswerException("the link to the next page leads nowhere");
            }
            return Optional.of(next);
        }
        long position = received + answer.rows().size();
        boolean mayHaveMore = source.paging() == TableSource.Paging.SKIP
                && !answer.rows().isEmpty()
                && (total == PageOffset.UNANNOUNCED ? answer.rows().size() >= source.pageSize() : position < total);
        return mayHaveMore ? Optional.of(addresses.page(slice.codes(), position)) : Optional.empty();
    }

    private void add(ObjectNode row, List<OpenDataRecords.Draft> drafts, Instant now)
            throws TableChangedException, TableDriftException {
        try {
            for (Cell cell : cells.cells(row)) {
                switch (memory.add(cell)) {
                    case CHANGED -> drafts.add(records.cell(reading, cell, now));
                    case UNCHANGED -> {}
                    case CONTRADICTED ->
                        throw new TableChangedException("two pages give different values for "
                                + cell.key().describe());
                }
            }
        } catch (ODataCells.UnusableRowException unusable) {
            rejected++;
            String reason = String.valueOf(unusable.getMessage());
            LOG.warn("Table {}: row rejected: {}", reading.table().id(), reason);
            drafts.add(records.rejected(reading, new RejectedRow(reason, row.toString()), now));
        }
    }
}
