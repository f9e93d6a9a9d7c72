package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.opendata.OpenDataFiles;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/**
 * The open data connector's place in the chain: the folder in which its files are dropped, and the servers it may ask. It has no
 * database, so what it brings is compared with what lies in the folder.
 */
final class OpenData {

    /** Name of the system, of its connector and of the prefix of its topics. */
    static final String SYSTEM = "opendata";

    private static final String SERVERS = "MJP_OPENDATA_SERVERS";
    private static final String ACCEPTED = "accepted";

    /** The connector puts the beginning of the digest before the name. */
    private static final Pattern PUT_AWAY = Pattern.compile("([0-9a-f]{12})-(.+)");

    private final Path folder;
    private final String servers;

    OpenData(Home home, Map<String, String> environment) {
        this.folder = home.folder(SYSTEM);
        this.servers = environment.getOrDefault(SERVERS, "");
    }

    /** The folder in which the connector looks: in it a folder for each table. */
    Path folder() {
        return folder;
    }

    /** What the connector's definition asks of its config provider. Without servers it reads files only, and needs no network. */
    Map<String, String> connectorEnvironment() {
        return Map.of("MJP_OPENDATA_FOLDER", folder.toString(), SERVERS, servers);
    }

    /** Drops the files of the demo, the first time. */
    String dropFiles() throws IOException {
        Files.createDirectories(folder);
        int dropped = OpenDataFiles.drop(folder);
        return dropped == 0 ? "nothing new" : dropped + " files";
    }

    /** Files that the connector has not dealt with yet. */
    long waiting() throws IOException {
        long waiting = 0;
        for (Path table : folders(folder)) {
            waiting += files(table).size();
        }
        return waiting;
    }

    /**
     * What is not in the warehouse yet of the files of the demo and of those that the connector has accepted; empty when nothing is.
     * Files that somebody else dropped are not waited for: nobody knows whether they can be read.
     */
    String missing(WarehouseConnection warehouse) throws IOException {
        List<String> unread = OpenDataFiles.all().keySet().stream()
                .filter(path -> Files.exists(folder.resolve(path)))
                .toList();
        if (!unread.isEmpty()) {
            return "not read yet: " + String.join(", ", unread);
        }
        Set<String> missing = new TreeSet<>();
        Set<String> arrived = digestsRead(warehouse);
        for (Path table : folders(folder)) {
            for (Path file : files(table.resolve(ACCEPTED))) {
                Matcher name = PUT_AWAY.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && arrived.stream().noneMatch(digest -> digest.startsWith(name.group(1)))) {
                    missing.add(table.getFileName() + "/" + name.group(2));
                }
            }
        }
        if (!missing.isEmpty()) {
            return "the warehouse has not heard of " + String.join(", ", missing);
        }
        return cells(warehouse) < announcedCells(warehouse) ? "cells of open data are still under way" : "";
    }

    /** Cells of open data in the warehouse. */
    long cells(WarehouseConnection warehouse) {
        return number(warehouse, "Count the cells of open data", """
                SELECT toInt64(uniqExact(source_table, key)) AS number
                FROM raw.change_event
                WHERE source_system = {system:String} AND source_table <> 'reading'
                """);
    }

    /** The least number of cells there must be: of each table those of its largest complete reading. */
    private static long announcedCells(WarehouseConnection warehouse) {
        return number(warehouse, "Count the cells that were announced", """
                SELECT toInt64(sum(largest)) AS number
                FROM (
                    SELECT key, max(JSONExtractInt(row, 'cell_count')) AS largest
                    FROM raw.change_event
                    WHERE source_system = {system:String} AND source_table = 'reading'
                        AND JSONExtractString(row, 'state') = 'complete'
                    GROUP BY key
                )
                """);
    }

    private static long number(WarehouseConnection warehouse, String purpose, String sql) {
        return warehouse
                .query(purpose, sql, Map.of("system", SYSTEM), row -> row.getLong("number"))
                .getFirst();
    }

    private static Set<String> digestsRead(WarehouseConnection warehouse) {
        return warehouse
                .query("List the files of open data", """
                        SELECT DISTINCT JSONExtractString(row, 'source_sha256') AS digest
                        FROM raw.change_event
                        WHERE source_system = {system:String} AND source_table = 'reading'
                            AND JSONExtractString(row, 'state') = 'complete'
                        """, Map.of("system", SYSTEM), row -> row.getString("digest"))
                .stream()
                .collect(Collectors.toSet());
    }

    private static List<Path> folders(Path parent) throws IOException {
        return entries(parent).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> files(Path parent) throws IOException {
        return entries(parent).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> entries(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
