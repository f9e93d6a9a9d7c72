package nl.mjpmonitor.dashboard.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import nl.mjpmonitor.dashboard.publications.EditionFile;

/**
 * Editions as one zip that any archive can check: a bag after RFC 8493 with a folder an edition, the MDTO description beside each file, and
 * manifests of hashes.
 */
final class ArchiveBag implements AutoCloseable {

    /** Lets go of the compressor without closing the stream below. */
    private static final class OpenZip extends ZipOutputStream {

        OpenZip(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
        }

        void release() {
            def.end();
        }
    }

    private static final String DATA = "data/";

    private final OpenZip zip;
    private final String folder;
    private final Map<String, String> manifest = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final List<String> damaged = new ArrayList<>();
    private long payloadBytes;

    ArchiveBag(OutputStream out, LocalDate day) {
        this.zip = new OpenZip(out);
        // most files are compressed by themselves
        zip.setLevel(Deflater.BEST_SPEED);
        this.folder = folder(day);
    }

    /** Name of the one folder in the zip. */
    static String folder(LocalDate day) {
        return "mjp-archief-" + day;
    }

    /**
     * Adds an edition.
     *
     * @param content gives the bytes of a file as they are now; empty when they are gone
     */
    void add(ArchivedEdition edition, Function<String, Optional<EditionBytes>> content) throws IOException {
        String place = DATA + edition.folder() + "/";
        Instant at = edition.edition().current().at();
        payload(place + edition.folder() + ".mdto.xml", MdtoXml.ofEdition(edition), at);
        for (EditionFile file : edition.files()) {
            Optional<EditionBytes> bytes = content.apply(file.name()).filter(EditionBytes::areUnchanged);
            if (bytes.isEmpty()) {
                damaged.add(edition.folder() + "/" + file.name());
                continue;
            }
            payload(place + file.name(), bytes.get().bytes(), at);
            payload(place + file.name() + ".bestand.mdto.xml", MdtoXml.ofFile(edition, file), at);
        }
    }

    /** Names of the files that were not as they were published, and are not in the bag. */
    List<String> damaged() {
        return List.copyOf(damaged);
    }

    /** Completes the bag with its manifests. Without this it is no zip. */
    void finish(String organisation, Instant at) throws IOException {
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", at);
        StringBuilder info = new StringBuilder();
        info.append("Source-Organization: ").append(organisation).append('\n');
        info.append("Bagging-Date: ")
                .append(folder.substring(folder.length() - "2026-02-06".length()))
                .append('\n');
        info.append("Payload-Oxum: ")
                .append(payloadBytes)
                .append('.')
                .append(manifest.size())
                .append('\n');
        damaged.forEach(name -> info.append("Damaged-File: ").append(name).append('\n'));
        tag("bag-info.txt", info.toString(), at);
        tag("manifest-sha256.txt", lines(manifest), at);
        String tagManifest = lines(tags);
        entry("tagmanifest-sha256.txt", tagManifest.getBytes(StandardCharsets.UTF_8), at);
        zip.finish();
        zip.flush();
    }

    private void payload(String name, byte[] bytes, Instant at) throws IOException {
        manifest.put(name, EditionFile.hash(bytes));
        payloadBytes += bytes.length;
        entry(name, bytes, at);
    }

    private void tag(String name, String text, Instant at) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tags.put(name, EditionFile.hash(bytes));
        entry(name, bytes, at);
    }

    private void entry(String name, byte[] bytes, Instant at) throws IOException {
        ZipEntry entry = new ZipEntry(folder + "/" + name);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String lines(Map<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    /** Lets go of the compressor and leaves the stream open: a zip without its end is told from a whole one. */
    @Override
    public void close() {
        zip.release();
    }
}
