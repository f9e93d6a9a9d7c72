package nl.mjpmonitor.warehouse.casework;

import java.util.List;

/** Tells where the open cases stand. It tells of all cases: who reads must be allowed to, small numbers included. */
public interface CaseProgress {

    /**
     * The steps with a case in them, in the order of the process: LWO, ATOM, MOT, RIEC.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    List<StepProgress> openSteps();
}
