package nl.mjpmonitor.warehouse.thresholds;

/**
 * Where people say by which thresholds the stream should judge, and the stream by which it does. Who changes one need not know the
 * stream: it reads them when it starts, and the operation of the chain starts it again.
 *
 * <p>Every method throws {@link nl.mjpmonitor.warehouse.WarehouseException} when ClickHouse cannot be asked.
 */
public interface ThresholdRegister {

    /** How they stand. */
    ThresholdStand read();

    /** Records a change. It is not checked here. */
    void change(ThresholdChange change);

    /**
     * Records by which thresholds the stream judges from now on.
     *
     * @param usual those it was started with, before anybody changed them
     */
    void inForce(StreamThresholds usual, StreamThresholds inForce);
}
