package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.demo.HotspotDemo;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.casework.ClickHouseCaseProgress;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.hotspots.ClickHouseHotspots;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.thresholds.ClickHouseThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the stream points out, through the whole chain. */
@ExtendWith(RunningStack.class)
class HotspotIT {

    private static final String REPORTS = "hotspot-reports";

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

    @Test
    void aThresholdThatPeopleChangeIsJudgedByAlsoForReportsThatWereThere() throws Exception {
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            ThresholdRegister register = new ClickHouseThresholdRegister(warehouse, Clock.systemUTC());
            List<String> before = hotspots(warehouse);

            register.change(fewestReports(Optional.of(3)));
            Until.holds(() -> {
                assertThat(register.read().inForce()).containsEntry(REPORTS, 3);
                assertThat(hotspots(warehouse)).containsAll(before).hasSizeGreaterThan(before.size());
            });

            register.change(fewestReports(Optional.empty()));
            Until.holds(() -> {
                assertThat(register.read().isWaiting()).isFalse();
                assertThat(hotspots(warehouse)).containsExactlyInAnyOrderElementsOf(before);
            });
        }
    }

    private static List<String> hotspots(WarehouseConnection warehouse) {
        return new ClickHouseHotspots(warehouse).all().stream().map(Hotspot::id).toList();
    }

    private static ThresholdChange fewestReports(Optional<Integer> reports) {
        return new ThresholdChange(
                REPORTS, reports, Instant.now().truncatedTo(ChronoUnit.MILLIS), "BEHEERDER", "demonstratie");
    }
}
