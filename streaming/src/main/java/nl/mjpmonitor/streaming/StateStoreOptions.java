package nl.mjpmonitor.streaming;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/**
 * How RocksDB tidies up. Each checkpoint has it write all that is new in memory as a file of its own, however little that is. With its
 * standard setting it merges every four of them into the whole of the level below, so that at a checkpoint every two seconds it rewrites
 * all recent state every eight: the larger the state, the more an event costs. Waiting for more files divides that.
 *
 * <p>Reading a key looks into every one of those files; filters in memory say which of them do not have it.
 */
public final class StateStoreOptions implements RocksDBOptionsFactory {

    private static final long serialVersionUID = 1L;
    private static final int FILES_BEFORE_MERGE = 12;
    private static final int FILES_BEFORE_SLOWING_DOWN = 40;
    private static final int FILES_BEFORE_STOPPING = 60;

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
