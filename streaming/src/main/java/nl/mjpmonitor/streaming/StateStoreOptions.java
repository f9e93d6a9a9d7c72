package nl.mjpmonitor.streaming;

import java.util.Collection;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/**
 * How RocksDB keeps the state, and how it tidies up. Each checkpoint has it write all that is new in memory as a file of its own,
 * however little that is. With its standard setting it merges every four of them into the whole of the level below, so that at a
 * checkpoint every five seconds it rewrites all recent state every twenty: the larger the state, the more an event costs. Waiting for
 * more files divides that.
 *
 * <p>Reading a key looks into every one of those files; filters in memory say which of them do not have it.
 *
 * <p>The memory of a slot holds index, filters and rows in equal parts of at most a megabyte. The index of a large file does not
 * fit into one, so from some 200,000 keys on it was read and unpacked anew for each key that was asked. It is kept in pieces instead.
 */
public final class StateStoreOptions implements RocksDBOptionsFactory {

    private static final long serialVersionUID = 1L;
    private static final int FILES_BEFORE_MERGE = 12;
    private static final int FILES_BEFORE_SLOWING_DOWN = 40;
    private static final int FILES_BEFORE_STOPPING = 60;

    /** Adds what decides how state is kept to the settings of a job. */
    public static void addTo(Configuration settings) {
        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        settings.set(RocksDBOptions.OPTIONS_FACTORY, StateStoreOptions.class.getName());
        settings.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        settings.set(RocksDBOptions.USE_PARTITIONED_INDEX_FILTERS, true);
    }

    @Override
    public DBOptions createDBOptions(DBOptions current, Collection<AutoCloseable> toClose) {
        return current;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(ColumnFamilyOptions current, Collection<AutoCloseable> toClose) {
        return current.setLevel0FileNumCompactionTrigger(FILES_BEFORE_MERGE)
                .setLevel0SlowdownWritesTrigger(FILES_BEFORE_SLOWING_DOWN)
                .setLevel0StopWritesTrigger(FILES_BEFORE_STOPPING);
    }
}
