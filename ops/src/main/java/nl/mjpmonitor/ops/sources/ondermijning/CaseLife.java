package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** A case from opening to closing, beyond the last day of the demo if need be; {@link Casework} shows what of it has happened. */
final class CaseLife {
    /** A time through a step. */
    static final class Passage {
        final Step step;
        final int pass;
        final LocalDate enteredOn;
        final Provenance provenance;

        @Nullable LocalDate leftOn;

        Passage(Step step, int pass, LocalDate enteredOn, Provenance provenance) {
            this.step = step;
            this.pass = pass;
            this.enteredOn = enteredOn;
            this.provenance = provenance;
        }
    }

    /** What came out of a step. */
    record Outcome(Step step, int pass, String outcome, LocalDate decidedOn, Provenance provenance) {}

    /** A check of the case's location. */
    record Check(
            Location location, LocalDate checkedOn, boolean isRecheck, boolean hasFindings, Provenance provenance) {}

    /** An intervention in the case. */
    record Intervention(String kind, LocalDate startedOn, LocalDate endedOn, Provenance provenance) {}

    final String number;
    final LocalDate openedOn;
    final LocalDate lwoOn;
    final String phenomenon;
    final boolean isWithdrawn;
    final List<Passage> passages = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    final List<Intervention> interventions = new ArrayList<>();

    String areaCode;

    @Nullable Location location;

    @Nullable LocalDate closedOn;

    @Nullable LocalDate reopenedOn;

    @Nullable LocalDate closedAgainOn;

    CaseLife(
            String number,
            LocalDate openedOn,
            LocalDate lwoOn,
            String phenomenon,
            String areaCode,
            boolean isWithdrawn) {
        this.number = number;
        this.openedOn = openedOn;
        this.lwoOn = lwoOn;
        this.phenomenon = phenomenon;
        this.areaCode = areaCode;
        this.isWithdrawn = isWithdrawn;
    }

    /** The case turns out to be about a location. */
    void placeAt(Location found) {
        location = found;
        areaCode = found.areaCode();
    }

    /** The case comes to a step for the first time. */
    void enter(Step step, LocalDate on, Provenance provenance) {
        passages.add(new Passage(step, 1, on, provenance));
    }

    /** The case was in a step. */
    boolean wasIn(Step step) {
        return passages.stream().anyMatch(passage -> passage.step == step);
    }

    /** The day on which it came to a step for the first time. */
    LocalDate entered(Step step) {
        return passages.stream()
                .filter(passage -> passage.step == step)
                .findFirst()
                .map(passage -> passage.enteredOn)
                .orElseThrow();
    }
}
