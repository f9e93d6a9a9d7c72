package nl.mjpmonitor.ops.chaos;

/**
 * What the sources were made to do.
 *
 * @param systems number of source systems
 * @param tables number of their tables, without those in which only the users of live mode work
 * @param transactions that were committed
 * @param longTransactions of those, the ones that others overtook
 * @param keyChanges changes of a primary key
 * @param deletes rows deleted
 * @param refused statements that broke a rule of their table and were taken back
 */
public record WorkDone(
        int systems,
        int tables,
        long transactions,
        long longTransactions,
        long keyChanges,
        long deletes,
        long refused) {}
