package nl.mjpmonitor.warehouse;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The answer to a query that was {@linkplain WarehouseConnection#ask asked} and may still be on its way.
 *
 * @param <T> what a row is mapped to
 */
public final class WarehouseAnswer<T> {

    private final String operation;
    private final Future<List<T>> rows;

    WarehouseAnswer(String operation, Future<List<T>> rows) {
        this.operation = operation;
        this.rows = rows;
    }

    /**
     * Waits for the rows.
     *
     * @throws WarehouseException as {@link WarehouseConnection#query} does, or when the waiting thread is interrupted; the query is
     *     then given up
     */
    public List<T> rows() {
        try {
            return rows.get();
        } catch (InterruptedException interruption) {
            rows.cancel(true);
            Thread.currentThread().interrupt();
            throw new WarehouseException(operation + " was interrupted", interruption);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof WarehouseException refusal) {
                throw refusal;
            }
            throw new WarehouseException(operation + " gave an answer that could not be read", failure.getCause());
        }
    }
}
