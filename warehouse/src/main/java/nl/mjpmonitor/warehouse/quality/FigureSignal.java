package nl.mjpmonitor.warehouse.quality;

/**
 * Tells whether any figure may have changed, and, for who knows that one did, where. The second costs more: ask it when the first moved,
 * and after it, so that what changes in between moves it once more.
 */
public interface FigureSignal extends ChangeSignal {

    /**
     * The state of each source. Between two looks it differs for every source of a figure that changed in between.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    FigureTokens tokens();
}
