package nl.mjpmonitor.warehouse.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides which migrations are still to be applied. */
final class MigrationPlan {

    private MigrationPlan() {}

    /**
     * The files that are not applied yet, in order.
     *
     * @param applied checksum of each applied file, by name
     * @throws MigrationException when what was applied is not what is packaged
     */
    static List<MigrationFile> pending(List<MigrationFile> files, Map<String, String> applied) {
        TreeMap<String, String> unseen = new TreeMap<>(applied);
        String newestApplied = unseen.isEmpty() ? "" : unseen.lastKey();
        for (MigrationFile file : files) {
            String checksum = unseen.remove(file.name());
            if (checksum == null) {
                requireAfter(newestApplied, file);
            } else if (!checksum.equals(file.checksum())) {
                throw new MigrationException(
                        file.name() + " was changed after it was applied. Restore the file as it was"
                                + " and put the change in a new file with the next number.");
            }
        }
        if (!unseen.isEmpty()) {
            throw new MigrationException(unseen.firstKey() + " was applied to this ClickHouse but is not part of this"
                    + " version. Start the version that applied it or a later one; if the file was renamed or removed,"
                    + " restore it.");
        }
        return files.stream().filter(file -> !applied.containsKey(file.name())).toList();
    }

    private static void requireAfter(String newestApplied, MigrationFile file) {
        if (file.name().compareTo(newestApplied) < 0) {
            throw new MigrationException(file.name() + " comes before " + newestApplied
                    + ", which is already applied. Give it the next free number.");
        }
    }
}
