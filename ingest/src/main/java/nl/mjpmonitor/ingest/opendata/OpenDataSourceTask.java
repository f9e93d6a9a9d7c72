package nl.mjpmonitor.ingest.opendata;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables given to it, in turn. A poll returns the records of one page or one file; it never waits longer than half a
 * second, so that the task can be stopped and paused at any time, whatever a service does.
 */
public final class OpenDataSourceTask extends SourceTask {
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);

    private final Clock clock;
    private final Semaphore answers = new Semaphore(0);
    private List<TableReader> readers = List.of();
    private Heartbeat heartbeat = Heartbeat.none();
    private int turn;
    private volatile boolean isStopping;

    /** For Connect. */
    public OpenDataSourceTask() {
        this(Clock.systemUTC());
    }

    OpenDataSourceTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return Version.ofConnector();
    }

    @Override
    public void start(Map<String, String> settings) {
        OpenDataSourceConfig config = new OpenDataSourceConfig(settings);
        ODataClient client = new ODataClient(
                config.duration(OpenDataSourceConfig.REQUEST_TIMEOUT),
                config.duration(OpenDataSourceConfig.REQUEST_INTERVAL),
                clock);
        OpenDataRecords records = new OpenDataRecords(config.getString(OpenDataSourceConfig.TOPIC_PREFIX));
        OffsetStorageReader storage = context.offsetStorageReader();
        List<TableReader> started = new ArrayList<>();
        for (TableDefinition table : config.tables()) {
            SliceLedger ledger =
                    new SliceLedger(table.id(), storage, config.getInt(OpenDataSourceConfig.OFFSET_MAX_CHARACTERS));
            if (table.source() instanceof TableSource.OData source) {
                started.add(odata(config, table, source, client, ledger, records));
            } else if (table.source() instanceof TableSource.Files source) {
                started.add(files(config, table, source, ledger, storage, records));
            }
        }
        readers = List.copyOf(started);
        heartbeat = new Heartbeat(records, config.duration(OpenDataSourceConfig.HEARTBEAT_INTERVAL), clock);
    }

    private TableReader odata(
            OpenDataSourceConfig config,
            TableDefinition table,
            TableSource.OData source,
            ODataClient client,
            SliceLedger ledger,
            OpenDataRecords records) {
        URI server = config.servers().get(source.server());
        if (server == null) {
            throw new ConnectException("Table '" + table.id() + "' is on server '" + source.server()
                    + "', which is not in '" + OpenDataSourceConfig.SERVERS + "': add its address.");
        }
        Backoff backoff = new Backoff(
                config.duration(OpenDataSourceConfig.RETRY_FIRST),
                config.duration(OpenDataSourceConfig.RETRY_LONGEST),
                new Random());
        return new ODataTableReader(
                table,
                source,
                new ODataAddresses(table, source, server),
                client,
                ledger,
                records,
                new ODataTableReader.Timing(
                        config.duration(OpenDataSourceConfig.TABLE_INTERVAL),
                        config.getInt(OpenDataSourceConfig.RETRY_REPORT_AFTER)),
                backoff,
                clock,
                answers::release);
    }

    private TableReader files(
            OpenDataSourceConfig config,
            TableDefinition table,
            TableSource.Files source,
            SliceLedger ledger,
            OffsetStorageReader storage,
            OpenDataRecords records) {
        Path folder = config.filesFolder()
                .orElseThrow(() -> new ConnectException(
                        "Table '" + table.id() + "' comes as files: set '" + OpenDataSourceConfig.FILES_FOLDER + "'."))
                .resolve(table.id());
        try {
            DropFolder drop = new DropFolder(
                    folder,
                    config.duration(OpenDataSourceConfig.FILES_SETTLE),
                    config.getLong(OpenDataSourceConfig.FILES_MAX_BYTES),
                    clock);
            return new FileTableReader(
                    table,
                    source,
                    drop,
                    ledger,
                    storage,
                    records,
                    config.duration(OpenDataSourceConfig.FILES_INTERVAL),
                    clock);
        } catch (IOException unusable) {
            throw new ConnectException("Folder " + folder + " cannot be made: let the worker write there.", unusable);
        }
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        Instant end = clock.instant().plus(LONGEST_POLL);
        while (!isStopping) {
            List<SourceRecord> beat = heartbeat.beat();
            if (!beat.isEmpty()) {
                return beat;
            }
            for (int count = 0; count < readers.size(); count++) {
                TableReader reader = readers.get(turn);
                turn = (turn + 1) % readers.size();
                List<SourceRecord> records = reader.step();
                if (!records.isEmpty()) {
                    return records;
                }
            }
            Duration patience = patience(end);
            if (patience.isNegative() || patience.isZero()) {
                return null;
            }
            if (answers.tryAcquire(patience.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                answers.drainPermits();
            }
        }
        return null;
    }

    /** Time until something may happen, or until the poll has lasted long enough. */
    private Duration patience(Instant end) {
        Instant now = clock.instant();
        Instant next = readers.stream()
                .map(TableReader::nextStepAt)
                .filter(moment -> moment.isBefore(end))
                .min(Instant::compareTo)
                .orElse(end);
        Duration untilEnd = Duration.between(now, end);
        if (untilEnd.isNegative()) {
            return untilEnd;
        }
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ofMillis(1);
    }

    @Override
    public void stop() {
        isStopping = true;
        answers.release();
        readers.forEach(TableReader::stop);
    }
}
