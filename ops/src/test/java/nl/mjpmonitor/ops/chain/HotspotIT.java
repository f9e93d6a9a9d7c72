package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.demo.HotspotDemo;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.casework.ClickHouseCaseProgress;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.hotspots.ClickHouseHotspots;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the stream points out, through the whole chain. */
@ExtendWith(RunningStack.class)
class HotspotIT {

    private final Stack stack;

    HotspotIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void theDemonstrationHasHotspotsInEveryStateAndCasesThatStandStill() throws Exception {
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            Until.holds(() -> {
                assertThat(new ClickHouseHotspots(warehouse).all())
                        .extracting(Hotspot::state)
                        .contains(HotspotState.OPEN, HotspotState.COOLING, HotspotState.CLOSED);
                assertThat(new ClickHouseCaseProgress(warehouse).openSteps())
                        .anyMatch(step -> step.stagnating() > 0)
                        .extracting(StepProgress::step)
                        .contains("lwo", "atom");
            });
        }
    }

    @Test
    void reportsMakeAHotspotAndTheirWithdrawalUndoesIt() throws Exception {
        List<String> told = new ArrayList<>();
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            HotspotDemo demo = new HotspotDemo(stack::source, warehouse, DemoClock.system(), told::add);

            assertThat(demo.run(false)).as("%s", told).isTrue();
        }

        assertThat(told).anyMatch(line -> line.contains("6 reports of nuisance by persons"));
    }
}
