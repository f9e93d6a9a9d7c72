package nl.mjpmonitor.ops.chaos;

/**
 * What the sources were made to do.
 *
 * @param transactions that were committed
 * @param longTransactions of those, the ones that others overtook
 * @param refused statements that broke a rule of their table and were taken back
 */
record WorkDone(
        int systems,
        int tables,
        long transactions,
        long longTransactions,
        long keyChanges,
        long deletes,
        long refused) {}
