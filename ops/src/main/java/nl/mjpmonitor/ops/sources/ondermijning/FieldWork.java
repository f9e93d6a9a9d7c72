package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** What happens beside the cases: actions on signals, studies, checks of storage units, workshops. */
record FieldWork(
        List<FollowUpAction> actions,
        List<PhenomenonStudy> studies,
        List<StorageUnitCheck> storageUnitChecks,
        List<Workshop> workshops) {

    /** An action on the strength of a signal. */
    record FollowUpAction(
            Signal signal,
            String kind,
            String party,
            LocalDate startedOn,
            LocalDate completedOn,
            Provenance provenance) {}

    /** An analysis of a phenomenon. */
    record PhenomenonStudy(
            String number,
            String kind,
            String phenomenon,
            LocalDate startedOn,
            LocalDate completedOn,
            Provenance provenance) {}

    /** A check of one storage unit. */
    record StorageUnitCheck(
            Location unit,
            @Nullable String studyNumber,
            LocalDate checkedOn,
            boolean hasFindings,
            Provenance provenance) {}

    /** A workshop. */
    record Workshop(
            LocalDate heldOn,
            String setting,
            @Nullable Integer participantCount,
            boolean isWithdrawn,
            Provenance provenance) {}

    FieldWork {
        actions = List.copyOf(actions);
        studies = List.copyOf(studies);
        storageUnitChecks = List.copyOf(storageUnitChecks);
        workshops = List.copyOf(workshops);
    }
}
