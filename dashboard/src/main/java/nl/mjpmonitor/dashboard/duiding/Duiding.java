package nl.mjpmonitor.dashboard.duiding;

import java.util.List;
import java.util.Optional;

/**
 * A short text about one figure, with its history.
 *
 * @param versions oldest first, at least one; for a reader who sees what was established only: as it was written and as it was
 *     established, without names
 */
public record Duiding(DuidingId id, DuidingSubject subject, List<DuidingVersion> versions) {

    public Duiding {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A duiding has at least one version");
        }
    }

    /** The newest version. */
    public DuidingVersion current() {
        return versions.getLast();
    }

    /** What holds for everybody: the newest established version, also while a newer text is being written; none once withdrawn. */
    public Optional<DuidingVersion> established() {
        return current().state() == DuidingState.INGETROKKEN
                ? Optional.empty()
                : versions.reversed().stream()
                        .filter(version -> version.state() == DuidingState.VASTGESTELD)
                        .findFirst();
    }

    /** As it was written: the newest concept up to this version. */
    public DuidingVersion written(DuidingVersion version) {
        return versions.reversed().stream()
                .filter(earlier -> earlier.number() <= version.number())
                .filter(earlier -> earlier.state() == DuidingState.CONCEPT)
                .findFirst()
                .orElse(version);
    }

    /** The duiding as it is for who sees what was established only. */
    Optional<Duiding> asEstablished() {
        return established()
                .map(version ->
                        new Duiding(id, subject, List.of(written(version).withoutName(), version.withoutName())));
    }
}
