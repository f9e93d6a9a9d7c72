package nl.mjpmonitor.warehouse.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;

/**
 * One statement on one object, with the rows it loads.
 *
 * @param name file name; the number at its start gives the order
 * @param sql the statement
 * @param rows CSV file of the same name, bound as parameter {@code rows}; empty when there is none
 */
record MigrationFile(String name, String sql, String rows) {

    /** All migrations of this version, in order. */
    static List<MigrationFile> packaged() {
        return below("sql/migrations");
    }

    /** What must be there before migrations can be recorded, in order. */
    static List<MigrationFile> bootstrap() {
        return below("sql/bootstrap");
    }

    /** SHA-256 of statement and rows, hexadecimal. */
    String checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(sql.getBytes(StandardCharsets.UTF_8));
            digest.update(rows.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    private static List<MigrationFile> below(String folder) {
        Map<String, PackagedFile> files =
                PackagedFiles.below(folder).stream().collect(Collectors.toMap(PackagedFile::name, Function.identity()));
        return files.values().stream()
                .filter(file -> file.name().endsWith(".sql"))
                .map(file -> new MigrationFile(file.name(), file.text(), rowsOf(file, files)))
                .sorted((one, other) -> one.name.compareTo(other.name))
                .toList();
    }

    private static String rowsOf(PackagedFile file, Map<String, PackagedFile> files) {
        PackagedFile rows = files.get(file.name().replace(".sql", ".csv"));
        return rows == null ? "" : rows.text();
    }
}
