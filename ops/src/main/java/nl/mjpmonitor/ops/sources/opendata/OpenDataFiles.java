package nl.mjpmonitor.ops.sources.opendata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The open data of the demo: published figures, written in the formats in which the portal and the services of Statistics Netherlands
 * give them, and results of the Veiligheidsmonitor of which those of 2023 and 2025 are made up. A file with figures that are made up
 * has a name that begins with {@code demonstratie-}.
 */
public final class OpenDataFiles {

    private OpenDataFiles() {}

    /** Content by path in the drop folder: the folder of the table, and the name of the file. */
    public static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("bevolking/37230ned-bevolking.csv", PortalExport.population());
        files.put("misdrijven/47013NED-misdrijven.csv", PortalExport.offences());
        files.put("85984NED/85984NED-inwoners.csv", RawDataFile.populationPerBuurt());
        files.putAll(RawDataFile.perception());
        return files;
    }

    /**
     * Drops the files of every table that has no folder yet; a table with a folder has been given its files before, or by somebody
     * else. When it is cut short it does what is left the next time.
     *
     * @param dropFolder the folder in which the connector looks
     * @return number of files dropped
     */
    public static int drop(Path dropFolder) throws IOException {
        Map<String, Map<String, String>> byTable = new TreeMap<>();
        all().forEach((path, content) -> {
            int slash = path.indexOf('/');
            byTable.computeIfAbsent(path.substring(0, slash), table -> new LinkedHashMap<>())
                    .put(path.substring(slash + 1), content);
        });
        int dropped = 0;
        for (Map.Entry<String, Map<String, String>> table : byTable.entrySet()) {
            Path folder = dropFolder.resolve(table.getKey());
            if (!Files.exists(folder)) {
                dropTogether(table.getValue(), folder);
                dropped += table.getValue().size();
            }
        }
        return dropped;
    }

    /** All of a table's files or none, or a start that was cut short would leave some out for good. */
    private static void dropTogether(Map<String, String> files, Path folder) throws IOException {
        Path unfinished = Files.createDirectories(
                folder.resolveSibling('.' + folder.getFileName().toString()));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(unfinished.resolve(file.getKey()), file.getValue());
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
